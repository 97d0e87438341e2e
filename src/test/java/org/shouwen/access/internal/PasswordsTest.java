package org.shouwen.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problem.Refusal;

class PasswordsTest {

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
        assertThatCode(() -> passwords.check("wang", password)).doesNotThrowAnyException();
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
        assertThatThrownBy(() -> passwords.check("zhangwei1", password)).isInstanceOf(Refusal.class);
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
