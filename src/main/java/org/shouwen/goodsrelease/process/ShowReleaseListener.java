package org.shouwen.goodsrelease.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.goodsrelease.GoodsRelease;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.FormFacts;
import org.shouwen.workflow.FormText;
import org.springframework.stereotype.Component;

/** Who asks, the goods and what the rule says. */
@Component
class ShowReleaseListener implements FormFacts {

    private final GoodsDesk desk;
    private final Tickets tickets;
    private final Privacy privacy;

    ShowReleaseListener(GoodsDesk desk, Tickets tickets, Privacy privacy) {
        this.desk = desk;
        this.tickets = tickets;
        this.privacy = privacy;
    }

    @Override
    public void show(DelegateTask task, VariableMap facts) {
        GoodsRelease release = desk.get(task.getExecution().getProcessBusinessKey());
        GoodsRelease.Application told = release.application();
        FormText text = new FormText()
                .line("申请人", told.applicant().label() + "；" + told.proof().label())
                .line("物品", String.join("、", release.list()));
        release.consent()
                .ifPresent(said -> text.line(
                        "业主答复", privacy.onForm(tickets.get(release.number())).within(said.text())));
        text.line("规则", release.rule());
        if (release.waitsForConsent()) {
            text.line("业主", "问谁、打哪个号码，见工单页“物品放行”");
        }
        if (release.isMovingOut()) {
            text.line("住户档案", "租户搬离：放行后系统告知业主，请随后更新这一户的住户档案");
        }
        if (told.arrears()) {
            text.line("欠费", "登记时说有欠费：请提醒缴费，不得因此扣留物品");
        }
        facts.putValue("show_release", text.toString());
    }
}
