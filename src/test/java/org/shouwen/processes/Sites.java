package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shouwen.renovation.Requirement;
import org.shouwen.workflow.Acting;
import org.shouwen.worksite.CompletionDesk;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.ViolationDesk;
import org.shouwen.worksite.Violations;
import org.shouwen.worksite.Worksite;
import org.shouwen.worksite.Worksites;

/**
 * Sites of registered renovations, told and carried on in verbs. Registered on Monday 2026-11-23 for work from 12-07 to
 * 02-05, at a site of the lowest level under the country's rules: while walls come down it is patrolled every other day.
 */
abstract class Sites extends Applications {

    /** Two patrols at the same moment are one. */
    private static final Duration ANOTHER_ROUND = Duration.ofMinutes(2);

    final Worksites worksites = bean(Worksites.class);
    final Violations violations = bean(Violations.class);
    private final ViolationDesk violationDesk = bean(ViolationDesk.class);
    private final CompletionDesk completion = bean(CompletionDesk.class);

    /** Applied for, approved, signed: people may begin. */
    void begin(String... others) {
        forgetOthers();
        apply(others);
        approved();
        sign();
        follow("renovationSupervision");
    }

    /** The agreement is signed, with what else stands in it. */
    void sign(Object... more) {
        Object[] signed = agreement(ticks(open(Requirement.Stage.BEFORE_START)));
        Object[] all = Arrays.copyOf(signed, signed.length + more.length);
        System.arraycopy(more, 0, all, signed.length, more.length);
        as("desk1").does("signAgreement", all);
    }

    /** The first day of work, ten in the morning. */
    void firstDay() {
        time.travelTo("2026-12-07T10:00");
    }

    Worksite site() {
        return worksites.get(number());
    }

    /** Somebody came in and saw nothing wrong. */
    void patrol(String... more) {
        Map<String, Object> fields = new HashMap<>(Map.of("outcome", "NORMAL", "phase", "DEMOLITION"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        notAtTheSameMoment();
        as("plumber1")
                .does(
                        "patrol",
                        fields.entrySet().stream()
                                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                                .toArray());
    }

    private void notAtTheSameMoment() {
        if (!worksites.patrols(number()).isEmpty()) {
            time.pass(ANOTHER_ROUND);
        }
    }

    /** Nobody came in. */
    void patrolInVain(String outcome) {
        notAtTheSameMoment();
        as("plumber1").does("patrol", "outcome", outcome);
    }

    /** Somebody of the desk saw something, or was told, and spoke to them. */
    Violation found(Violation.Kind kind, Violation.Spot spot) {
        Violation violation = as("desk1")
                .act(() -> violationDesk.record(
                        number(), new Violation.Found(kind, "客厅隔墙已开洞", "照片 12", spot, now(), "desk1")));
        runJobs();
        return violation;
    }

    void reportCompletion() {
        as("desk1").act(() -> {
            completion.report(number(), "desk1", now());
            return number();
        });
        runJobs();
    }

    /** @return the ticket's timeline as one text */
    String history() {
        return String.join("\n", lines());
    }

    Instant now() {
        return bean(Acting.class).when();
    }

    Violation theViolation() {
        List<Violation> all = violations.ofTicket(number());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** The notice is signed for. */
    void deliver() {
        as("desk1").does("deliverNotice", "receiver", "OWNER", "proof", "SIGNED");
    }

    void reinspect(String finding) {
        as("plumber1").does("reinspect", "finding", finding, "remark", "照片 13");
    }
}
