package org.shouwen.renovation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shouwen.citypack.City;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/** Everything that a renovation needs, from the tables {@code renovation-act} and {@code renovation-documents}. */
@Component
public class Requirements {

    private static final String DECREE = "《住宅室内装饰装修管理办法》";

    private final ActRulings rulings;
    private final Decisions decisions;
    private final SitePolicies policies;

    Requirements(ActRulings rulings, Decisions decisions, SitePolicies policies) {
        this.rulings = rulings;
        this.decisions = decisions;
        this.policies = policies;
    }

    /** @return complete, in the order people read it: forbidden acts, then what to hand in now, before the start, at completion */
    public List<Requirement> of(Renovation renovation) {
        return of(
                renovation.application().scheme(),
                policies.chosenCity(renovation.site()).orElse(City.NATIONAL));
    }

    List<Requirement> of(Scheme scheme, City city) {
        Stream<Requirement> forbidden =
                rulings.of(scheme).stream().filter(ActRuling::forbidden).map(Requirement::takeOut);
        Stream<Requirement> everything = Stream.concat(forbidden, documents(scheme, city));
        return scheme.use() == Scheme.Use.SHOP
                ? everything.map(Requirements::byAnalogy).toList()
                : everything.toList();
    }

    /** The decree is on homes; for shops it holds by analogy (110号 44), and is cited so. */
    private static Requirement byAnalogy(Requirement needed) {
        return new Requirement(
                needed.code(), needed.stage(), needed.text(), needed.basis().replace(DECREE, "参照" + DECREE));
    }

    private Stream<Requirement> documents(Scheme scheme, City city) {
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
                                Map.entry("qualifiedFirm", rulings.needQualifiedFirm(scheme)),
                                Map.entry("workers", scheme.workers()),
                                Map.entry("deposit", scheme.deposit()),
                                Map.entry("city", city.name())))
                .stream()
                .map(row -> new Requirement(
                        (String) row.get("code"),
                        Requirement.Stage.valueOf((String) row.get("neededBy")),
                        (String) row.get("text"),
                        (String) row.get("basis")));
    }
}
