package org.shouwen.renovation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/** Everything that a renovation needs, from the tables {@code renovation-act} and {@code renovation-documents}. */
@Component
public class Requirements {

    private final ActRulings rulings;
    private final Decisions decisions;

    Requirements(ActRulings rulings, Decisions decisions) {
        this.rulings = rulings;
        this.decisions = decisions;
    }

    /** @return complete, in the order people read it: forbidden acts, then what to hand in now, before the start, at completion */
    public List<Requirement> of(Scheme scheme) {
        Stream<Requirement> forbidden =
                rulings.of(scheme).stream().filter(ActRuling::forbidden).map(Requirement::takeOut);
        return Stream.concat(forbidden, documents(scheme)).toList();
    }

    private Stream<Requirement> documents(Scheme scheme) {
        return decisions
                .rows(
                        "renovationDocuments",
                        Map.ofEntries(
                                Map.entry("applicant", scheme.applicant().name()),
                                Map.entry("use", scheme.use().name()),
                                Map.entry("structural", scheme.has(Act.BEARING_STRUCTURE)),
                                Map.entry("addedBuilding", scheme.has(Act.ADDED_BUILDING)),
                                Map.entry("facade", scheme.has(Act.FACADE)),
                                Map.entry("heating", scheme.has(Act.HEATING_PIPES)),
                                Map.entry("gas", scheme.has(Act.GAS_PIPES)),
                                Map.entry("extraLoad", scheme.has(Act.FLOOR_LOAD)),
                                Map.entry("waterproof", scheme.has(Act.WATERPROOFING)),
                                Map.entry("contractor", scheme.contractor()),
                                Map.entry("workers", scheme.workers()),
                                Map.entry("deposit", scheme.deposit())))
                .stream()
                .map(row -> new Requirement(
                        (String) row.get("code"),
                        Requirement.Stage.valueOf((String) row.get("neededBy")),
                        (String) row.get("text"),
                        (String) row.get("basis")));
    }
}
