package org.shouwen.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @ParameterizedTest
    @CsvSource({
        "li@163.com, li@163.com",
        "' li.si+wy@mail.example.com.cn ', li.si+wy@mail.example.com.cn",
        "ｌｉ＠１６３．ｃｏｍ, li@163.com",
        "O'Neil@example.com, O'Neil@example.com"
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
                "li@例子.中国"
            })
    void anotherIsRefusedWithItsField(String written) {
        assertThatThrownBy(() -> Email.normalise(written, "reporter.email"))
                .hasMessageStartingWith("邮箱（reporter.email）不正确：");
    }
}
