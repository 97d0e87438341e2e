package org.shouwen.renovation;

import java.util.List;
import java.util.Map;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/** Asks the table {@code renovation-act} (D6), one act a question. */
@Component
public class ActRulings {

    private final Decisions decisions;

    ActRulings(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param qualifiedDesign whether there is a design by the original or an equally qualified designer */
    public ActRuling of(Act act, boolean qualifiedDesign) {
        return of(act, qualifiedDesign, false);
    }

    /**
     * @param endangers whether the engineering review found, and gave its reason, that the act impairs structure or safety
     *     (D6-5); what is on no list is judged only so
     */
    public ActRuling of(Act act, boolean qualifiedDesign, boolean endangers) {
        Map<String, Object> row = decisions
                .row(
                        "renovationAct",
                        Map.of("act", act.name(), "qualifiedDesign", qualifiedDesign, "endangers", endangers))
                .orElseThrow(() ->
                        Refusal.notPossibleNow("ruling-missing", "装修行为表里没有“" + act.label() + "”适用的一行，不能审核，请主管补充"));
        return new ActRuling(
                act,
                ActRuling.Result.valueOf((String) row.get("ruling")),
                (String) row.get("needs"),
                (Boolean) row.get("qualifiedFirm"),
                (String) row.get("basis"));
    }

    /** @return a ruling an act, in the order of the list */
    public List<ActRuling> of(Scheme scheme) {
        return scheme.acts().stream()
                .sorted()
                .map(act -> of(act, scheme.qualifiedDesign()))
                .toList();
    }

    /** @return whether only a firm with the qualification may do what is planned (110号 9) */
    boolean needQualifiedFirm(Scheme scheme) {
        return of(scheme).stream().anyMatch(ActRuling::qualifiedFirm);
    }
}
