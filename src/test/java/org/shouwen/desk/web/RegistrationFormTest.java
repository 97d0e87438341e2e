package org.shouwen.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Resident;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Intake;

class RegistrationFormTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** One household with one contact. */
    private static final Estate ESTATE = (Estate) Proxy.newProxyInstance(
            Estate.class.getClassLoader(),
            new Class<?>[] {Estate.class},
            (proxy, method, args) -> method.getName().equals("residentsOf") && args[0].equals("1-1-101")
                    ? List.of(new Resident("1-1-101", 1, "张三", "13812345678", "z@example.com"))
                    : List.of());

    @Test
    void takesNameAndPhoneOfTheContactFromTheHousehold() {
        Intake intake = form("1", null, null, null, null).intake("REPAIR", ESTATE, ZONE, told -> false);

        assertThat(intake.reporter().name()).isEqualTo("张三");
        assertThat(intake.reporter().phone()).isEqualTo("13812345678");
        assertThat(intake.reporter().email()).isEqualTo("z@example.com");
        assertThat(intake.danger()).isEqualTo(Danger.UNKNOWN);
        assertThat(intake.channel()).isEqualTo(Channel.PHONE);
        assertThat(intake.appointment()).isNull();
    }

    @Test
    void takesAStranger() {
        Intake intake = form("other", "李四", "139 1234 5678", null, null).intake("REPAIR", ESTATE, ZONE, told -> false);

        assertThat(intake.reporter().name()).isEqualTo("李四");
        assertThat(intake.reporter().phone()).isEqualTo("13912345678");
    }

    @Test
    void readsTheSlotAsLocalTime() {
        Intake intake = form("1", null, null, "2026-11-24T10:00", "2026-11-24T12:00")
                .intake("REPAIR", ESTATE, ZONE, told -> false);

        assertThat(intake.appointment().from()).isEqualTo(Instant.parse("2026-11-24T02:00:00Z"));
        assertThat(intake.appointment().to()).isEqualTo(Instant.parse("2026-11-24T04:00:00Z"));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertWrong(form("other", "李四", "123", null, null), "phone");
        assertWrong(form("other", " ", "13912345678", null, null), "name");
        assertWrong(form("7", null, null, null, null), "contact");
        assertWrong(form("1", null, null, "2026-11-24T10:00", ""), "to");
        assertWrong(form("1", null, null, "tomorrow", "2026-11-24T12:00"), "from");
    }

    @Test
    void opensAnotherTicketOnlyUnderAnotherKey() {
        RegistrationForm form = form("1", null, null, null, null);

        assertThat(form.renewed().key()).isNotEqualTo(form.key());
        assertThat(form.renewed().description()).isEqualTo(form.description());
    }

    @Test
    void takesWhatTheChosenKindAsksAndNothingElse() {
        RegistrationForm form = form("1", null, null, null, null);

        assertThat(form.intake("CONSULTATION", ESTATE, ZONE, told -> false)
                        .details()
                        .told())
                .isEqualTo(Map.of("answer", "好"));
        assertThat(form.answered(Map.of("PRAISE.praised", "li", "description", "x", "_csrf", "y"))
                        .answers())
                .isEqualTo(Map.of("PRAISE.praised", "li"));
    }

    private static void assertWrong(RegistrationForm form, String field) {
        assertThatThrownBy(() -> form.intake("REPAIR", ESTATE, ZONE, told -> false))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).contains(field));
    }

    private static RegistrationForm form(String contact, String name, String phone, String from, String to) {
        return new RegistrationForm(
                "key",
                "1-1-101",
                null,
                null,
                contact,
                name,
                phone,
                null,
                null,
                "HOME_PLUMBING",
                null,
                null,
                null,
                from,
                to,
                null,
                "漏水",
                Map.of("CONSULTATION.answer", "好", "REPAIR.wish", "快"));
    }
}
