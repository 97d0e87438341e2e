package org.shouwen.goodsrelease.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.goodsrelease.GoodsRelease;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

@Component
class ObtainConsentListener extends FormListener {

    private final GoodsDesk desk;

    ObtainConsentListener(GoodsDesk desk) {
        super("answer", "how", "words");
        this.desk = desk;
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        desk.answered(
                number,
                form.choice("answer", "业主同意放行吗", GoodsRelease.Answer.class) == GoodsRelease.Answer.AGREED,
                form.choice("how", "业主怎么答复的", GoodsRelease.Heard.class).how(),
                form.text("words", "业主的原话", 500),
                who(),
                when());
    }
}
