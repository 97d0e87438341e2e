package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Api;

/** What did not arrive is listed for administrators, be it about a ticket or about none. */
@Tag("scenario")
class DeadLettersIT extends GuardedDesk {

    @Test
    void whatIsAboutNoTicketIsListedToo() {
        jdbc.update(
                "INSERT INTO notice (template, channel, addressee, address, subject, body, dedupe_key, status, attempts,"
                        + " created_at) VALUES ('post-change.to-staff', 'EMAIL', 'desk1', 'a@b.example', '岗位变动等您签字', '…',"
                        + " 'about no ticket', 'DEAD', 5, ?)",
                Timestamp.from(time.instant()));
        Api.Answer page = as("admin").get("/desk/admin");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("岗位变动等您签字");
        jdbc.update("DELETE FROM notice WHERE dedupe_key = 'about no ticket'");
    }
}
