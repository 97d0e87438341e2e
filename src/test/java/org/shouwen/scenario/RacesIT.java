package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** What belongs to no ticket, asked for several times at the same moment. */
@Tag("scenario")
class RacesIT extends RunningDesk {

    @Autowired
    private Accounts accounts;

    /** Pressed twice, or sent again by a proxy. */
    @Test
    void theSameLeaveIsRecordedOnce() {
        for (int round = 0; round < Race.ROUNDS / 2; round++) {
            String from = "2026-12-%02dT09:00:00+08:00".formatted(1 + round % 28);
            String leave = "{\"from\": \"%s\", \"until\": \"%s\", \"reason\": \"看病\"}"
                    .formatted(from, from.replace("T09", "T17"));
            List<Api.Answer> answers = sent("/api/absences", leave, "plumber2", "plumber2", "plumber2");
            assertThat(answers.stream().filter(answer -> answer.status() == 201))
                    .as("%s", answers)
                    .hasSize(1);
            assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
            String id = answers.stream()
                    .filter(answer -> answer.status() == 201)
                    .findFirst()
                    .orElseThrow()
                    .text("id");
            assertThat(as("plumber2")
                            .post("/api/absences/" + id + "/cancellation", "{}")
                            .status())
                    .isLessThan(300);
        }
    }

    private List<Api.Answer> sent(String address, String inputs, String... people) {
        return new Race()
                .run(
                        address,
                        Arrays.stream(people)
                                .map(this::as)
                                .map(person -> (Supplier<Api.Answer>) () -> person.post(address, inputs))
                                .toList());
    }

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }
}
