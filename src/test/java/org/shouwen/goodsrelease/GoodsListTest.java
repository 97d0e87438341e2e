package org.shouwen.goodsrelease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.gate.Goods;
import org.shouwen.problem.Refusal;

class GoodsListTest {

    @ParameterizedTest
    @CsvSource({
        "纸箱 5, 纸箱, 5",
        "纸箱5箱, 纸箱, 5",
        "冰箱×1, 冰箱, 1",
        "冰箱 x 1 台, 冰箱, 1",
        "3号柜子：2, 3号柜子, 2",
        "  电钻  *3把  , 电钻, 3",
        "纸箱　５, 纸箱, 5",
        "纸箱５个, 纸箱, 5",
        "冰箱-2, 冰箱, 2",
        "A4纸 3包, A4纸, 3",
    })
    void aLineIsAThingAndACount(String written, String what, int count) {
        assertThat(GoodsList.of(written)).containsExactly(new Goods(1, what, count, count));
    }

    @Test
    void linesAreNumberedAndEmptyOnesAreNone() {
        assertThat(GoodsList.of("纸箱 5\n\n冰箱 1；桌子 2"))
                .containsExactly(new Goods(1, "纸箱", 5, 5), new Goods(2, "冰箱", 1, 1), new Goods(3, "桌子", 2, 2));
    }

    /** What is written is on the slip, or nothing is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            纸箱 5个、冰箱 1        | 纸箱=5 冰箱=1
            纸箱 5，冰箱 1台        | 纸箱=5 冰箱=1
            纸箱×5, 冰箱×1,         | 纸箱=5 冰箱=1
            纸箱5个；冰箱1台;桌子 2 | 纸箱=5 冰箱=1 桌子=2
            纸箱 5。                | 纸箱=5
            Xbox 1                  | Xbox=1
            Xbox×1                  | Xbox=1
            iPhone X 1              | iPhone_X=1
            纸箱X3                  | 纸箱=3
            纸箱 - 5                | 纸箱=5
            纸箱（大）５            | 纸箱（大）=5
            书（旧） 12 本          | 书（旧）=12
            TCL55寸电视 1           | TCL55寸电视=1
            小米 65寸电视 1         | 小米_65寸电视=1
            1.5匹空调 2             | 1.5匹空调=2
            XR-15电钻 1             | XR-15电钻=1
            84消毒液 2              | 84消毒液=2
            A4 3                    | A4=3
            大米10kg 2袋            | 大米10kg=2
            茶几 1                  | 茶几=1
            糕点 3盒                | 糕点=3
            """)
    void whatIsClearIsReadAsItIsWritten(String written, String goods) {
        assertThat(GoodsList.of(written))
                .extracting(line -> line.what().replace(' ', '_') + "=" + line.listed())
                .containsExactly(goods.split(" "));
        assertThat(GoodsList.of(written)).extracting(Goods::line).startsWith(1).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "纸箱 3.5",
                "纸箱３．５个",
                "纸箱 3。5",
                "纸箱 5 冰箱 2",
                "纸箱×3 冰箱×2",
                "纸箱x3 冰箱x2",
                "纸箱5冰箱2",
                "纸箱5个冰箱2台",
                "纸箱 5个 冰箱 2",
                "5个纸箱 3个冰箱",
                "5 纸箱 3",
                "纸箱 -5",
                "纸箱 －5",
                "纸箱 −5",
                "纸箱 +5",
                "纸箱 5-6",
                "纸箱 5~6",
                "纸箱 5/6",
                "纸箱 5到6个",
                "纸箱 5 6",
                "纸箱负5",
                "纸箱约5个",
                "桌椅各2",
                "纸箱三点5",
                "桌子、椅子 2",
                "书 1,200本",
                "书 1，200",
                "Xbox1",
                "iPhone15",
                "LG x 1",
                "纸箱 5%",
                "纸箱 5个半",
                "纸箱 5多个",
                "纸箱 5 个（大）",
                "1. 纸箱 5",
                "1、纸箱 5",
                "纸箱 No.5",
                "纸箱 #5",
                "纸板30×40",
                "纸箱五个",
                "× 5",
                "-5",
                "5",
                "55 5",
                "纸箱 5万",
                "纸箱 5+冰箱 1",
                "冰箱 1，纸箱 2.5"
            })
    void whatCanBeReadInTwoWaysIsRefusedByItsLine(String written) {
        assertThatThrownBy(() -> GoodsList.of("桌子 1\n" + written))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("物品清单第 2 行“")
                .hasMessageContaining("一行写一样，先写名称，再写整数的件数（1 到 9999）");
    }

    @ParameterizedTest
    @CsvSource({"冰箱, 没有写数量", "纸箱 5 冰箱, 没有写数量", "纸箱 99999, 没有写数量", "纸箱 0, 数量从 1 起", "' ', 请填写物品清单"})
    void whatCannotBeCountedIsRefusedByItsLine(String written, String sentence) {
        assertThatThrownBy(() -> GoodsList.of(written)).hasMessageContaining(sentence);
    }
}
