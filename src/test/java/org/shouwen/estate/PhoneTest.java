package org.shouwen.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problem.Refusal;

class PhoneTest {

    @ParameterizedTest
    @CsvSource({
        "13853110001, 13853110001",
        "138 5311 0001, 13853110001",
        "１３８５３１１０００１, 13853110001",
        "138\u30005311\u20130001, 13853110001",
        "＋86（138）53110001, 13853110001",
        "138-5311-0001, 13853110001",
        "+86 13853110001, 13853110001",
        "0086-13853110001, 13853110001",
        "053188886666, 0531-88886666",
        "(0531)88886666, 0531-88886666",
        "01088886666, 010-88886666",
        "021-5888666, 021-5888666",
        "0531-88886666-12, 0531-88886666-12",
        "138.5311.0001, 13853110001",
        "138·5311·0001, 13853110001",
        "138—5311—0001, 13853110001",
        "138－5311－0001, 13853110001",
        "138--5311--0001, 13853110001",
        "86 13853110001, 13853110001",
        "86-138-5311-0001, 13853110001",
        "8613853110001, 13853110001",
        "008613853110001, 13853110001",
        "+86-13853110001, 13853110001",
        "(+86)13853110001, 13853110001",
        "（0086）138 5311 0001, 13853110001",
        "电话：13853110001, 13853110001",
        "手机 13853110001, 13853110001",
        "Tel: 138 5311 0001, 13853110001",
        "0571-8888-8888, 0571-88888888",
        "0571 8888 8888, 0571-88888888",
        "0571－88888888, 0571-88888888",
        "（0571）8888 8888, 0571-88888888",
        "+86 571 8888 8888, 0571-88888888",
        "86-571-88888888, 0571-88888888",
        "+86 10 8888 6666, 010-88886666",
        "0571-88888888转801, 0571-88888888-801",
        "0571-88888888 转 801, 0571-88888888-801",
        "0571-88888888-转-801, 0571-88888888-801",
        "0571-88888888分机801, 0571-88888888-801",
        "0571-88888888#801, 0571-88888888-801",
        "0571-88888888*801, 0571-88888888-801",
        "'0571-88888888,801', 0571-88888888-801",
        "0571-88888888 ext 801, 0571-88888888-801",
        "0571-88888888 EXT.801, 0571-88888888-801",
        "400-810-0080, 400-810-0080",
        "4008100080, 400-810-0080",
        "400 8100 080, 400-810-0080",
        "800-820-8820, 800-820-8820",
        "95598, 95598",
        "955888, 955888",
        "12345, 12345",
        "10086, 10086",
        "+852 9123 4567, +85291234567",
        "00852-9123-4567, +85291234567",
        "+886 912 345 678, +886912345678",
        "+1 212 555 0100, +12125550100",
        "138_5311_0001, 13853110001",
        "138/5311/0001, 13853110001",
        "'138,5311,0001', 13853110001",
        "'138，5311，0001', 13853110001",
        "138、5311、0001, 13853110001",
        "138:5311:0001, 13853110001",
        "138~5311~0001, 13853110001",
        "+86(0)13853110001, 13853110001",
        "+86(0)571-88888888, 0571-88888888",
        "13853110001转, 13853110001",
        "138 5311 0001;, 13853110001",
        "138 5311 0001（微信同号）, 13853110001",
        "0571-88888888（白天）, 0571-88888888",
        "8888 6666, 88886666",
        "888-6666, 8886666",
    })
    void isTakenAsPeopleWriteIt(String written, String normalised) {
        assertThat(Phone.normalise(written, "phone")).isEqualTo(normalised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "110",
                "1385311000",
                "138531100011",
                "12853110001",
                "=13853110001",
                "没有",
                "1385311000a",
                "0571-8888",
                "0000-88888888",
                "888888888",
                "+86 12345",
                "+",
                "13853110001,13853110002",
                "0571-88888888转",
                "400-810"
            })
    void isRefusedWithItsFieldWhereItIsNone(String written) {
        assertThatThrownBy(() -> Phone.normalise(written, "reporter.phone"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.field()).contains("reporter.phone"))
                .hasMessageContaining("reporter.phone");
    }

    /** A caller is recorded whatever he says. */
    @ParameterizedTest
    @CsvSource({
        "138 1234 5678,        13812345678",
        "０５３１－８８８８６６６６转８０１,  0531-88886666-801",
        "内线 8001,             内线 8001",
        "门卫老李转,             门卫老李转",
        "1381234567,           1381234567",
        "没有,                  ''",
        "没有电话,               ''",
        "不肯说,                ''",
        "拒绝提供,               ''",
        "無,                    ''",
        "N/A,                  ''",
        "-,                    ''",
        "'  ',                 ''",
        ",                     ''"
    })
    void isRecordedAsItWasSaidWhereItIsNone(String said, String kept) {
        assertThat(Phone.said(said, "phone")).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"内线 80012, 内线 80012", "1381234567, 1381234567", "没有, ''", ", ''", "95598, 95598"})
    void isTakenOfProgramsInFormsThatAreNotKnown(String told, String kept) {
        assertThat(Phone.told(told, "phone")).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "电话", "=13812345678", "<script>12345</script>", "门卫老李转"})
    void isNoNumberThatProgramsMayHandIn(String told) {
        assertThatThrownBy(() -> Phone.told(told, "phone"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.field()).contains("phone"));
    }

    @Test
    void isNotRecordedWhereItIsLongerThanAny() {
        assertThatThrownBy(() -> Phone.said("1".repeat(31), "phone"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.field()).contains("phone"));
    }

    /** What is no number has no middle that could be hidden. */
    @Test
    void hidesAllOfWhatIsNoNumber() {
        assertThat(Phone.masked("门卫老李处转")).isEqualTo("****");
        assertThat(Phone.masked("")).isEmpty();
    }

    @Test
    void nullIsNone() {
        assertThat(Phone.find(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "13853110001, 0001",
        "0531-88886666, 6666",
        "0531-88886666-12, 6666",
        "+85291234567, 4567",
        "400-810-0080, 0080",
        "95598, 5598"
    })
    void endsWithWhatPeopleSay(String phone, String tail) {
        assertThat(Phone.tail(phone)).isEqualTo(tail);
    }

    @Test
    void isShownWithItsMiddleHidden() {
        assertThat(Phone.masked("13853110001")).isEqualTo("138****0001");
        assertThat(Phone.masked(null)).isEqualTo("****");
    }

    @ParameterizedTest
    @CsvSource({
        "请打13853110001找李先生, 请打138****0001找李先生",
        "138 5311 0001或0531-88886666, 138****0001或053****6666",
        "热线编号 202611230000138531, 热线编号 202611230000138531",
        "证书 D137123456-13853110001, 证书 D137123456-13853110001",
        "2026-11-23 来过两次, 2026-11-23 来过两次"
    })
    void isHiddenAmongWordsAndOtherNumbersAreNot(String text, String shown) {
        assertThat(Phone.maskedWithin(text)).isEqualTo(shown);
    }
}
