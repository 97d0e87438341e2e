package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.TasklistSession;

/** A phone is looked for whole or by its last four digits, and nobody tries all there are. */
@Tag("scenario")
class SearchPaceIT extends RunningDesk {

    @Test
    void whoeverTriesNumbersWaitsAndWhoLooksForAHomeDoesNot() {
        // A time at which nobody else has looked for anything
        time.travelTo("2027-05-10T09:00");
        for (String address : List.of("/api/homes?q=1381234%04d", "/api/tickets?q=1381234%04d")) {
            time.pass(Duration.ofMinutes(2));
            for (int i = 0; i < 30; i++) {
                assertThat(api().get(address.formatted(i)).status()).isEqualTo(200);
            }
            var answer = api().get(address.formatted(30));
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.text("detail")).isEqualTo("按电话查得太频繁了，请一分钟后再查");
            assertThat(api().get("/api/homes?q=1-1").status()).isEqualTo(200);
            assertThat(api().get("/api/homes?q=5678").status()).isEqualTo(200);
        }
        time.pass(Duration.ofMinutes(2));
        assertThat(api().get("/api/homes?q=13812340000").status()).isEqualTo(200);
    }

    /** The page on which a call is registered finds a household by its number, too. */
    @Test
    void thePageOfCallsIsNoWayAround() {
        time.travelTo("2027-05-11T09:00");
        TasklistSession person = TasklistSession.signedIn(port, "plumber1", "shouwen-demo");
        for (int i = 0; i < 30; i++) {
            assertThat(person.get("/desk/register?location=1381234%04d".formatted(i))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(person.get("/desk/register?location=13812340030").status()).isEqualTo(429);
        assertThat(person.get("/desk/register?location=1-1-101").status()).isEqualTo(200);
    }
}
