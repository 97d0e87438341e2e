package org.shouwen.accesslog;

import java.util.List;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.deed.Given;
import org.shouwen.deed.Input;
import org.shouwen.deed.Who;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.ticket.Disclosure;
import org.shouwen.ticket.Disclosure.Extent;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Ticket;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever reads a ticket's people masked has them shown for a while, and says why; that is written down. */
@Component
@Order(3)
record LookDeeds(AccessLog log, Privacy privacy) implements Deeds {

    private static final int LONGEST_REASON = 200;

    /** Who keeps the system going has nobody to call. */
    private static final Who SITE_STAFF = Who.of(
                    Role.FRONT_DESK, Role.TECHNICIAN, Role.LEAD, Role.SUPERVISOR, Role.MANAGER)
            .or(Who.Relation.HANDLER, Who.Relation.FIRST_RESPONDER);

    @Override
    public List<Deed> deeds() {
        return List.of(Deed.of(
                        "disclosure",
                        "查看完整信息",
                        "Names, phones and e-mails of the ticket in full, for the caller and for half an hour; written"
                                + " down with the reason in the access log, which supervisors read",
                        SITE_STAFF)
                .helping("您能看到完整的姓名、电话和邮箱 30 分钟。谁、什么时候、为什么看了，会写进查阅记录，主管和项目经理看得到。")
                .where((ticket, caller) -> privacy.of(ticket, caller).isMasked())
                .apart()
                .asking(
                        Input.choice("purpose", "为什么查看", Look.Purpose.class, Look.Purpose::label),
                        Input.text("reason", "具体说明", LONGEST_REASON))
                .saying("您现在能看到完整信息，30 分钟内有效，已写进查阅记录。")
                .changes(this::look));
    }

    private void look(Ticket ticket, Given given, Caller caller) {
        Disclosure disclosure = privacy.of(ticket, caller);
        if (!disclosure.isMasked()) {
            throw Refusal.notPossibleNow("disclosure-not-needed", "工单 " + ticket.number() + " 的联系信息您本来就能看全，不用登记查看");
        }
        Look.Purpose purpose = given.choice("purpose", Look.Purpose.class);
        log.add(new Look(
                0,
                ticket.number(),
                ticket.facts().site(),
                caller.code(),
                caller.at(),
                hidden(ticket, disclosure),
                purpose,
                given.text("reason")));
    }

    private static String hidden(Ticket ticket, Disclosure disclosure) {
        Reporter reporter = ticket.facts().intake().reporter();
        return (disclosure.extent() == Extent.NOTHING ? "姓名、" : "") + (reporter.email() == null ? "电话" : "电话、邮箱");
    }
}
