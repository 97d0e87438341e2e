package org.shouwen.goodsrelease.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** When a slip is over. */
@Component("slipDeadlines")
public class SlipDeadlines {

    private final GoodsDesk desk;

    SlipDeadlines(GoodsDesk desk) {
        this.desk = desk;
    }

    /** @return the end of its last day */
    @InWords("放行条有效期的最后一天")
    public Date endsBy(DelegateExecution execution) {
        return Date.from(desk.endsAt(execution.getProcessBusinessKey()));
    }
}
