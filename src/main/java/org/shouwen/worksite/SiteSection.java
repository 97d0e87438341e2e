package org.shouwen.worksite;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happened on site: patrols, violations to their end, the inspection, the deposit. */
@Component
record SiteSection(Worksites worksites, Violations violations, CompletionDesk completion) implements FileSection {

    @Override
    public List<String> missing(String ticket) {
        Worksite worksite = worksites.get(ticket);
        List<String> missing = new ArrayList<>();
        // Work may be done before the first patrol was due: whoever inspected it has been there
        if (worksites.patrols(ticket).isEmpty() && worksites.inspections(ticket).isEmpty()) {
            missing.add("没有巡查记录");
        }
        violations.ofTicket(ticket).forEach(violation -> {
            if (violation.unsettled()) {
                missing.add("违规“" + violation.found().kind().label() + "”" + violation.state());
            }
            violations
                    .rectificationOf(violation.id())
                    .filter(notice -> notice.delivery().isEmpty())
                    .ifPresent(notice -> missing.add("整改通知书 " + notice.number() + " 没有送达凭据"));
        });
        if (worksite.passed().isEmpty()) {
            missing.add("没有完工验收合格的记录");
        }
        if (completion.hasDeposit(ticket) && worksite.depositReturned().isEmpty()) {
            missing.add("装修保证金没有退还");
        }
        return missing;
    }
}
