package org.shouwen.testing;

import java.time.LocalDate;
import java.util.Optional;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;

/** A renovation with its certificate from 7 to 30 September 2026, without the way there: for what comes after. */
public final class RegisteredRenovation {

    private static final String APPLICATION = """
            {"kind": "RENOVATION", "category": "RENOVATION_HOME", "home": "%s",
             "reporter": {"name": "张三", "phone": "13812345678"}, "description": "厨房、卫生间重新装修",
             "details": {"applicant": "OWNER", "ordinary": "true", "workers": "true",
                         "from": "2026-09-07", "until": "2026-09-30"}}
            """;

    private RegisteredRenovation() {}

    /**
     * @param home at the site east, without a renovation
     * @return number of the ticket; the clock stands at 1 September, 09:00
     */
    public static String of(String home, Api api, Renovations renovations, TimeMachine time) {
        time.travelTo("2026-09-01T09:00");
        Api.Answer answer = api.post("/api/tickets", APPLICATION.formatted(home));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.text());
        }
        String ticket = answer.text("number");
        renovations.certified(new Certificate(
                renovations.nextCertificate(time.instant()),
                ticket,
                "east",
                LocalDate.of(2026, 9, 7),
                LocalDate.of(2026, 9, 30),
                time.instant(),
                "supervisor",
                Optional.empty()));
        renovations.stands(ticket, Renovation.Stage.REGISTERED);
        return ticket;
    }
}
