package org.shouwen.goodsrelease;

import java.util.EnumSet;
import java.util.List;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.deed.Input;
import org.shouwen.deed.Who;
import org.shouwen.ticket.Status;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is done to a slip beside the gate. */
@Component
@Order(7)
record GoodsDeeds(GoodsDesk desk) implements Deeds {

    @Override
    public List<Deed> deeds() {
        return List.of(Deed.of(
                        "slip/revocation",
                        "停止放行",
                        "The slip lets nothing more out (停止放行): the owner rings because his goods are carried away; what is"
                                + " out stays out, and the applicant and the gate are told why",
                        Who.DESK)
                .whileOpen()
                .when(EnumSet.of(Status.ANSWERED))
                .where((ticket, caller) -> desk.letsOut(ticket, caller.at()))
                .titled("停止放行其余的物品")
                .helping("业主来电或者有疑问时用：放行条马上作废，已经放行的不追回；原因会原文告知申请人和门岗，请不要写姓名和电话。")
                .asking(Input.reason("停止放行的原因"))
                .ending()
                .saying("已停止放行，放行条作废，申请人和门岗会收到通知。")
                .changes((ticket, given, caller) ->
                        desk.stop(ticket.number(), given.text("reason"), caller.code(), caller.at())));
    }
}
