package org.shouwen.goodsrelease.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shouwen.goodsrelease.GoodsDesk;
import org.springframework.stereotype.Component;

/** Puts who asks, the goods and what the rule says on a task, where they end with it. */
@Component
class ShowReleaseListener implements TaskListener {

    private final GoodsDesk desk;

    ShowReleaseListener(GoodsDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setVariableLocal("show_release", desk.shown(task.getExecution().getProcessBusinessKey()));
    }
}
