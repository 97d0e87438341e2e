package org.shouwen.notification.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwen.estate.Phone;
import org.shouwen.notification.ChannelKind;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.notification.SecondPerson;
import org.shouwen.notification.SecondPersons;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.ActingStaff;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketRights;
import org.shouwen.workflow.NoticeNames;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is told what, and which way. */
@Component
class TicketNotices implements Notices {

    private static final int MOST_DEAD_LETTERS = 200;

    private final FactSheet sheet;
    private final Wording wording;
    private final Roster roster;
    private final StaffFinds finds;
    private final ActingStaff acting;
    private final Outbox outbox;
    private final NoticeTable table;
    private final Papers enclosures;
    private final SecondPersons secondPersons;

    TicketNotices(
            FactSheet sheet,
            Wording wording,
            Roster roster,
            ActingStaff acting,
            Outbox outbox,
            NoticeTable table,
            Papers enclosures,
            SecondPersons secondPersons) {
        this.sheet = sheet;
        this.wording = wording;
        this.roster = roster;
        this.finds = new StaffFinds(roster);
        this.acting = acting;
        this.outbox = outbox;
        this.table = table;
        this.enclosures = enclosures;
        this.secondPersons = secondPersons;
    }

    @Override
    @Transactional
    public void tellResident(Ticket ticket, Message message) {
        Reporter reporter = ticket.facts().intake().reporter();
        Map<String, Object> facts = sheet.of(ticket, message.flow());
        if (finds.has(ticket)) {
            tellColleagues(ticket, message, facts);
            return;
        }
        String contact = facts.get("reporterName")
                + Optional.ofNullable(facts.get("reporterPhone"))
                        .map(phone -> "，" + phone)
                        .orElse("");
        write(
                ticket,
                message,
                facts,
                new Outsider(
                        Notice.RESIDENT,
                        "业主",
                        contact,
                        reporter == null ? null : reporter.email(),
                        reporter == null || reporter.isReachable()));
    }

    /** Whoever found it reads in his inbox what becomes of it, and so does its owner: nobody calls a resident about it. */
    private void tellColleagues(Ticket ticket, Message message, Map<String, Object> facts) {
        Telling telling = new Telling(ticket.number(), message.template(), message.occasion(), message.at());
        Text copy =
                wording.render(message.template(), facts).withoutLink().under("员工报告的事", "这件事是员工发现后报告的，不用电话转告业主。进展如下：");
        Stream.concat(Stream.of(ticket.firstResponder()), finds.finder(ticket).stream())
                .flatMap(person -> reached(person, ticket, message.at()))
                .distinct()
                .forEach(person -> outbox.put(telling.inApp(person, copy)));
    }

    @Override
    @Transactional
    public void tellSecondPerson(Ticket ticket, Message message) {
        SecondPerson asked = secondPersons.get(NoticeNames.event(message.template()));
        write(
                ticket,
                message,
                sheet.of(ticket, message.flow()),
                new Outsider(
                        Notice.SECOND_PERSON,
                        asked.label(),
                        asked.contact(ticket).orElse("档案里没有登记电话，请先查到再打"),
                        asked.email(ticket).orElse(null),
                        true));
    }

    /**
     * Somebody who is no member of staff.
     *
     * @param label who he is, as staff read it
     * @param contact his name and number, for whoever has to call him
     * @param email or null
     * @param reachable whether anything of him is known that he can be told on
     */
    private record Outsider(String addressee, String label, String contact, String email, boolean reachable) {

        /** What the first responder has to do, in a line and in a sentence. */
        List<String> duty(boolean canEmail) {
            String whom = "（" + contact + "）";
            if (!reachable) {
                return List.of("没有" + label + "的联系方式", label + "没有留电话和邮箱，没法告知" + whom + "：请先在工单上“补充报事人”，内容如下：");
            }
            boolean hasAddress = !FactSheet.isBlank(email);
            return hasAddress && canEmail
                    ? List.of("已发邮件给" + label, "已发邮件给" + label + whom + "，内容如下：")
                    : List.of("请电话转告" + label, (hasAddress ? "邮件渠道停用" : label + "没有邮箱") + "：请电话转告" + whom + "，内容如下：");
        }
    }

    private void write(Ticket ticket, Message message, Map<String, Object> facts, Outsider to) {
        Telling telling = new Telling(ticket.number(), message.template(), message.occasion(), message.at());
        Text text = wording.render(message.template(), facts);
        boolean hasAddress = !FactSheet.isBlank(to.email());
        List<String> duty = to.duty(outbox.canEmail());
        Text copy = text.withoutLink().under(duty.get(0), duty.get(1));
        if (hasAddress && outbox.canEmail()) {
            outbox.put(telling.email(
                    to.addressee(), to.email(), text.withLink(), enclosures.with(message.template(), ticket)));
        }
        reached(ticket.firstResponder(), ticket, message.at())
                .forEach(person -> outbox.put(telling.inApp(person, copy)));
    }

    @Override
    @Transactional
    public void tellHandler(Ticket ticket, Message message) {
        Telling telling = new Telling(ticket.number(), message.template(), message.occasion(), message.at());
        Map<String, Object> facts = sheet.of(ticket, message.flow());
        Optional<String> handler = ticket.handler();
        if (handler.isPresent()) {
            Text text = wording.render(message.template(), facts);
            reached(handler.get(), ticket, message.at()).forEach(person -> tell(telling, addressee(person), text));
            return;
        }
        List<Staff> holders = acting.actingOn(ticket, ticket.facts().post(), message.at());
        if (holders.isEmpty()) {
            tellOwner(telling, ticket, wording.render(message.template(), facts), "岗位上没有人");
            return;
        }
        // Everybody on the post is told, but only the one who takes it needs the resident's number
        Text text = wording.render(message.template(), masked(facts));
        holders.forEach(holder -> tell(telling, holder, text));
    }

    @Override
    @Transactional
    public void tellPerson(Ticket ticket, String staff, Message message) {
        Telling telling = new Telling(ticket.number(), message.template(), message.occasion(), message.at());
        Text text = wording.render(message.template(), sheet.of(ticket, message.flow()));
        reached(staff, ticket, message.at()).forEach(person -> tell(telling, addressee(person), text));
    }

    @Override
    @Transactional
    public void tellResponsible(Ticket ticket, Message message) {
        tellHandler(ticket, message);
        // Recorded once where it is the same person
        tellPerson(ticket, ticket.firstResponder(), message);
    }

    @Override
    @Transactional
    public void tellStaff(String staff, Message message) {
        tell(
                new Telling(null, message.template(), message.occasion(), message.at()),
                addressee(staff),
                wording.render(message.template(), message.flow()));
    }

    /**
     * The person, and who acts for him while he is away (D15): what is told is to be acted upon. Whom the matter is about
     * is told nothing of it.
     */
    private Stream<String> reached(String staff, Ticket ticket, Instant at) {
        return TicketRights.mayRead(ticket, staff)
                ? Stream.of(staff, acting.actingFor(ticket, staff, at)).distinct()
                : Stream.empty();
    }

    private Staff addressee(String code) {
        return new Staff(code, code, null, emailOf(code));
    }

    /** A notice that finds nobody still finds the one who owns the ticket. */
    private void tellOwner(Telling telling, Ticket ticket, Text text, String why) {
        Text copy = text.under(why + "，请立即处理", why + "，这条通知没有别人收到。请立即落实处理的人。");
        outbox.put(telling.inApp(ticket.firstResponder(), copy));
    }

    private void tell(Telling telling, Staff staff, Text text) {
        outbox.put(telling.inApp(staff.code(), text));
        if (!FactSheet.isBlank(staff.email()) && outbox.canEmail()) {
            outbox.put(telling.email(staff.code(), staff.email(), text, Optional.empty()));
        }
    }

    private String emailOf(String staff) {
        return roster.staff(staff).map(Staff::email).orElse(null);
    }

    private static Map<String, Object> masked(Map<String, Object> facts) {
        Map<String, Object> masked = new HashMap<>(facts);
        masked.computeIfPresent("reporterPhone", (name, phone) -> Phone.masked((String) phone));
        return masked;
    }

    @Override
    public List<Notice> ofTicket(String number) {
        return table.ofTicket(number);
    }

    @Override
    public List<Notice> deadLetters() {
        return table.dead(MOST_DEAD_LETTERS);
    }

    @Override
    public int deadLetterCount() {
        return table.countDead();
    }

    @Override
    @Transactional
    public void resend(long id) {
        if (!outbox.canEmail()) {
            throw Refusal.notPossibleNow("email-not-configured", "邮件渠道停用，不能重发，请电话转告");
        }
        mustHaveBeenDead(id, table.revive(id), "重发");
        outbox.schedule(id);
    }

    @Override
    @Transactional
    public void discard(long id, String by) {
        mustHaveBeenDead(id, table.discard(id, roster.nameOf(by) + "放弃发送；原因："), "放弃");
    }

    private void mustHaveBeenDead(long id, boolean wasDead, String verb) {
        if (!wasDead) {
            Notice notice =
                    table.find(id).orElseThrow(() -> Refusal.notFound("notice-not-found", "没有编号 " + id + " 的通知"));
            throw Refusal.notPossibleNow(
                    "notice-not-dead", "通知 " + id + " 现在是“" + notice.status().label() + "”，不能" + verb);
        }
    }

    /** What all drafts of one telling have in common. */
    private record Telling(String ticket, String message, String occasion, Instant at) {

        Draft inApp(String staff, Text text) {
            return Draft.inApp(ticket, message, staff, text, occasion, at);
        }

        Draft email(String addressee, String address, Text text, Optional<String> enclosure) {
            return new Draft(
                    ticket, message, ChannelKind.EMAIL, addressee, address, text, enclosure.orElse(null), occasion, at);
        }
    }
}
