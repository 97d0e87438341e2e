package org.shouwen.goodsrelease.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.goodsrelease.GoodsRelease;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class DecideReleaseListener extends FormListener {

    private final GoodsDesk desk;

    DecideReleaseListener(GoodsDesk desk) {
        super("decision", "paper", "ground", "heard", "reason");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        boolean released =
                form.choice("decision", "放行吗", GoodsRelease.Decision.class) == GoodsRelease.Decision.RELEASED;
        if (released) {
            if (form.flag("paper", "业主的书面同意已经交来")) {
                desk.broughtInWriting(number, who(), when());
            }
            desk.release(number, who(), when());
        } else {
            desk.refuse(
                    number,
                    form.choice("ground", "不放行的原因", GoodsRelease.Ground.class),
                    form.optionalChoice("heard", "业主怎么说的", GoodsRelease.Heard.class)
                            .map(GoodsRelease.Heard::how),
                    form.text("reason", "具体情况", 280),
                    who(),
                    when());
        }
        GoodsReleaseProcess.RELEASED.set(task.getExecution(), released);
    }
}
