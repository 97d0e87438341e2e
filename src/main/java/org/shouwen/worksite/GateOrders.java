package org.shouwen.worksite;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What the gate refuses because of violations (D9); asked whenever somebody stands there, so that nothing has to be lifted. */
@Component
public class GateOrders {

    private final Violations violations;
    private final Moments moments;

    GateOrders(Violations violations, Moments moments) {
        this.violations = violations;
        this.moments = moments;
    }

    /**
     * @param workers whether workers are turned away
     * @param material whether material is
     * @param sentence why, for whoever stands at the gate
     */
    public record GateOrder(boolean workers, boolean material, String sentence, String basis) {}

    /** @return the strictest that holds at that moment */
    public Optional<GateOrder> of(String ticket, Instant at) {
        return violations.ofTicket(ticket).stream()
                .filter(violation -> holds(violation, at))
                .max(Comparator.comparing(violation -> violation.ruling().gate()))
                .map(GateOrders::order);
    }

    private boolean holds(Violation violation, Instant at) {
        return switch (violation.ruling().gate()) {
            case NONE -> false;
            case PASSES -> day(violation.found().at()).equals(day(at));
            case WORKERS, MATERIAL, SITE -> !violation.rectified();
        };
    }

    private LocalDate day(Instant at) {
        return moments.date(at);
    }

    private static GateOrder order(Violation violation) {
        Handling.Gate gate = violation.ruling().gate();
        return new GateOrder(
                gate != Handling.Gate.MATERIAL,
                gate.compareTo(Handling.Gate.MATERIAL) >= 0,
                "这户有违规“" + violation.found().kind().label() + "”（" + violation.state() + "）：" + gate.label(),
                violation.ruling().basis());
    }
}
