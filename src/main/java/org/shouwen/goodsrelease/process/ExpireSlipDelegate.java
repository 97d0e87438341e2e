package org.shouwen.goodsrelease.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

@Component
class ExpireSlipDelegate implements JavaDelegate {

    private final GoodsDesk desk;
    private final Acting acting;

    ExpireSlipDelegate(GoodsDesk desk, Acting acting) {
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.expire(execution.getProcessBusinessKey(), acting.when());
    }
}
