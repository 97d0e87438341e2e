package org.shouwen.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problem.Refusal;

class PasswordsTest {

    private static final List<String> OWN = List.of(
            "zhangwei1", "wuzhanghao", "13700001117", "shouwenhuayuan", "dongyuan", "xiyuan", "shouwenhuayuandongyuan");

    private final Passwords passwords = new Passwords(4, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "东区三号楼的猫叫毛豆",
                "        xy",
                "correct horse battery staple and then some more words",
                "zhangwei1 has a cat",
                "猫咪猫咪上了房顶"
            })
    void noRuleOfCompositionIsAsked(String password) {
        assertThatCode(() ->
                        passwords.check(List.of("wang", "wang", "13812345678", "shouwenhuayuan", "dongyuan"), password))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567",
                "12345678",
                "Password123",
                "Woaini1314",
                "zhangwei1",
                "aaaaaaaab",
                "baaaaaaaa",
                "aaaa1aaaa",
                "abababab",
                "12341234",
                "zhangwei1zhangwei1",
                "Zhangwei12026",
                "Shouwen2026",
                "好好好好好好好好好坏"
            })
    void shortCommonAndOwnNamesAreRefused(String password) {
        assertThatThrownBy(() -> passwords.check(OWN, password)).isInstanceOf(Refusal.class);
    }

    /** Each a kind that guessers try: what is common here, orders, days and phones, names forwards and backwards. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "trustno1",
                "Mercedes",
                "liverpool",
                "drowssap",
                "Password2026",
                "Password@2026",
                "2026password",
                "Winter2026",
                "summer.26",
                "wuye2026",
                "Wuye@2026",
                "zhangsan",
                "zhangsan123",
                "Shouwen@2026",
                "aaaabbbb",
                "aaa111222",
                "abcdabcd1",
                "abcabcabc1",
                "qwer!@#$",
                "asdfjkl;",
                "poiuytre",
                "1qaz2wsx3e",
                "zaq12wsx",
                "9876abcd",
                "20261130",
                "2026-11-30",
                "30.11.2026",
                "13700001117",
                "137-0000-1117",
                "1370000 1117a",
                "13912345678",
                "1iewgnahz2026",
                "wuzhanghao",
                "WuZhanghao88",
                "oahgnahzuw",
                "shouwenhuayuan",
                "dongyuan1",
                "Dongyuan2026",
                "xiyuan2026",
                "shouwenhuayuandongyuan"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThatThrownBy(() -> passwords.check(OWN, password))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("容易被猜中");
    }

    @Test
    void theListIsALongOne() throws IOException {
        List<String> list = Files.readAllLines(Path.of("src/main/resources/passwords/commonest.txt"));
        assertThat(list).hasSizeGreaterThan(3000).doesNotHaveDuplicates().allMatch(word -> word.length() >= 8);
        assertThat(list).allSatisfy(word -> assertThatThrownBy(() -> passwords.check(List.of(), word))
                .isInstanceOf(Refusal.class));
    }

    @Test
    void namesAreSpelledAsOneTypesThem() {
        assertThat(Pinyin.of("吴掌好")).isEqualTo("wuzhanghao");
        assertThat(Pinyin.of("首问花园 东苑")).isEqualTo("shouwenhuayuandongyuan");
        assertThat(Pinyin.of("西苑")).isEqualTo("xiyuan");
        assertThat(Pinyin.of("周建国")).isEqualTo("zhoujianguo");
        assertThat(Pinyin.of("郑华承")).isEqualTo("zhenghuacheng");
        assertThat(Pinyin.of("赵强")).isEqualTo("zhaoqiang");
        assertThat(Pinyin.of("李娜 2")).isEqualTo("lina2");
        assertThat(Pinyin.of("啊座𠀀A-1")).isEqualTo("azuoA1");
    }

    @Test
    void sixtyFourChineseCharactersCountToTheLast() {
        String sentence = "好".repeat(63);
        String hash = passwords.hash(sentence + "甲");

        assertThat(passwords.matches(sentence + "甲", hash)).isTrue();
        assertThat(passwords.matches(sentence + "乙", hash)).isFalse();
        assertThat(hash).startsWith("$2a$04$").hasSize(60);
    }
}
