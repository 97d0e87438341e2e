package org.shouwen.estate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-2-102",
                " 1-2-102 ",
                "１－２－１０２",
                "1—2—102",
                "1–2–102",
                "1−2−102",
                "1 2 102",
                "1\u30002\u3000102",
                "1/2/102",
                "1.2.102",
                "1、2、102",
                "1，2，102",
                "1_2_102",
                "1--2--102",
                "1-2-102室",
                "1-2-102号",
                "1-2-102户",
                "1-2-102房",
                "1-2-102号房",
                "1号楼2单元102",
                "1 号楼 2 单元 102",
                "１号楼２单元１０２室",
                "1号楼2单元102室",
                "1号楼-2单元-102",
                "1栋2单元102",
                "1幢2单元102室",
                "1楼2单元102",
                "1座2单元102",
                "1#楼2单元102",
                "1#2单元102",
                "1#2-102",
                "1栋2门102",
                "1号楼2单元1层102",
                "1号楼2单元1楼102室",
                "一号楼二单元102",
                "一栋2单元102室",
                "首问花园东苑 1 号楼 2 单元 102",
                "首问花园东苑1号楼2单元102室",
                "阳光花园1栋2单元102",
                "3期 1号楼2单元102",
                "东苑1-2-102",
                "东苑 1-2-102",
                "首问花园 1-2-102",
                "首问花园东苑1-2-102室",
                "首问花园—东苑—1—2—102",
                "1栋2单元一零二",
                "一栋二单元一〇二室",
                "第1栋第2单元102",
                "1号楼贰单元102",
                "壹号楼贰单元102",
                "1号楼2单元 1 0 2",
                "一号楼二单元一百零二",
                "\u200B1-2-\u202D102\u202C"
            })
    void ofAHomeIsReadAsPeopleSayIt(String said) {
        assertThat(HomeCode.of(said)).isEqualTo("1-2-102");
    }

    @ParameterizedTest
    @CsvSource({
        "12号楼1201, 12-1201",
        "A座1201, A-1201",
        "a座 1201室, a-1201",
        "3号101, 3-101",
        "十号楼一单元301, 10-1-301",
        "十二号楼三单元301, 12-3-301",
        "二十号楼101, 20-101",
        "二十三栋1单元1503, 23-1-1503",
        "三号楼二单元一千零五, 3-2-1005",
        "3号楼2单元一千二百零一室, 3-2-1201",
        "3号楼2单元三百一十二, 3-2-312",
        "1-S05, 1-S05",
        "1号楼2单元, 1-2",
        "1号楼, 1"
    })
    void ofABuildingWithoutUnitsOrWithManyIsRead(String said, String code) {
        assertThat(HomeCode.of(said)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"01-02-102, 1-2-102", "1-2-0102, 1-2-102", "10-1-1001, 10-1-1001", "B02-101, B02-101", "0-1, 0-1"})
    void zerosBeforeANumberAreNoneOfIt(String written, String code) {
        assertThat(HomeCode.withoutZeros(written)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"1号楼, 1-", "1号楼2单元, 1-2-", "1-, 1-", "1-2-1, 1-2-1"})
    void whatIsTypedSoFarStartsIt(String said, String start) {
        assertThat(HomeCode.start(said)).isEqualTo(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三", "一楼大厅", "东门岗亭", "欧阳娜娜", "1号楼东侧路灯", "地库2", "楼", "号", "'; DROP TABLE home", ""})
    void wordsAreLeftAsTheyAre(String words) {
        assertThat(HomeCode.of(words)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1-2-102, ''",
        "1号楼2单元102, ''",
        "西苑1-2-102, 西苑",
        "西苑 1 号楼 2 单元 102, 西苑",
        "首问花园-西苑-1-2-102, 首问花园-西苑",
        "碧桂园第1栋2单元102, 碧桂园",
        "张三, ''"
    })
    void theNameBeforeItIsKept(String said, String name) {
        assertThat(HomeCode.read(said).name().strip()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "东苑, true",
        "首问花园, true",
        "首问花园东苑, true",
        "首问花园—东苑, true",
        "首问花园小区, true",
        "西苑, false",
        "首问花园西苑, false",
        "碧桂园, false"
    })
    void theNameIsThatOfThePlaceOrOfAnother(String name, boolean there) {
        assertThat(HomeCode.read(name + "1-2-102").isAt("首问花园 东苑")).isEqualTo(there);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-101", "12-101", "SHOP-3", "B2-117", "5"})
    void aCodeStaysWhatItIs(String code) {
        assertThat(HomeCode.of(code)).isEqualTo(code);
    }
}
