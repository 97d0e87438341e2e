package org.shouwen.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.notification.Notices;

class NoticeNamesTest {

    @ParameterizedTest
    @CsvSource({
        "quote-resident, quote.to-resident, quote, resident",
        "measure-given-up-person, measure-given-up.to-person, measure-given-up, person",
        "goods-consent-secondperson, goods-consent.to-secondperson, goods-consent, secondperson",
        "quote.to-resident, quote.to-resident, quote, resident",
    })
    void aFormerNameMeansTheSame(String name, String now, String event, String audience) {
        assertThat(NoticeNames.now(name)).isEqualTo(now);
        assertThat(NoticeNames.isName(name)).isTrue();
        assertThat(NoticeNames.event(name)).isEqualTo(event);
        assertThat(NoticeNames.audience(name)).isEqualTo(audience);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "resident",
                "-resident",
                ".to-resident",
                "closed",
                "closed.to-",
                "closed.to-nobody",
                "closed.to-resident.txt",
                "../closed.to-resident",
                "Closed.to-resident",
                "a--b.to-resident",
                "${x}.to-resident"
            })
    void everythingElseIsNoName(String name) {
        assertThat(NoticeNames.isName(name)).isFalse();
        assertThat(NoticeNames.now(name)).isEqualTo(name);
        assertThatThrownBy(() -> NoticeNames.audience(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatARunningCaseTellsByItsFormerNameIsToldByTheNameOfNow() {
        assertThat(new Notices.Message("quote-resident", "once", Instant.EPOCH).template())
                .isEqualTo("quote.to-resident");
    }
}
