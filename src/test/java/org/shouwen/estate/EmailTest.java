package org.shouwen.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @ParameterizedTest
    @CsvSource({
        "li@163.com, li@163.com",
        "' li.si+wy@mail.example.com.cn ', li.si+wy@mail.example.com.cn",
        "ｌｉ＠１６３．ｃｏｍ, li@163.com",
        "O'Neil@example.com, O'Neil@example.com",
        "li＠163．com, li@163.com",
        "li@163。com, li@163.com",
        "mailto:li@163.com, li@163.com",
        "邮箱：li@163.com, li@163.com",
        "10001@qq.com, 10001@qq.com",
        "li_si-2@vip.sina.com, li_si-2@vip.sina.com",
        "li@mail.x-y.com.cn, li@mail.x-y.com.cn",
        "a@b.cn, a@b.cn"
    })
    void isTakenAsPeopleWriteIt(String written, String address) {
        assertThat(Email.normalise(written, "email")).isEqualTo(address);
    }

    /** The first two would be sent to N@163.com, and begin another header. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "李@163.com",
                "不上@qq.com",
                "",
                "x",
                "@163.com",
                "li@",
                "li@163",
                "a@b@c.com",
                "a b@c.com",
                "a@b..com",
                "a,b@c.com",
                "\"li\"@c.com",
                "li@c.com\r\nBcc: x@y.com",
                "li@例子.中国",
                ".li@163.com",
                "li.@163.com",
                "li..si@163.com",
                "li@.com",
                "li@163.com.",
                "li@-163.com",
                "li@163-.com",
                "li@192.168.0.1",
                "li@[192.168.0.1]",
                "li@163_com.cn",
                "li@163.com;wang@163.com",
                "li@163.com wang@163.com",
                "李四<li@163.com>",
                "li@163.com\u0000",
                "a23456789b23456789c23456789d23456789e23456789f23456789g23456789xyz@163.com"
            })
    void anotherIsRefusedWithItsField(String written) {
        assertThatThrownBy(() -> Email.normalise(written, "reporter.email"))
                .hasMessageStartingWith("邮箱（reporter.email）不正确：");
    }

    @Test
    void isHiddenAmongWords() {
        assertThat(Email.maskedWithin("写给owner.li@example.com，或 a@b.cn")).isEqualTo("写给o***@example.com，或 a***@b.cn");
        assertThat(Email.maskedWithin("3@5 元")).isEqualTo("3@5 元");
    }
}
