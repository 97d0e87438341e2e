package org.shouwen.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.shouwen.deed.Deed;
import org.shouwen.deed.DeedDesk;
import org.shouwen.desk.web.TicketPage.Fact;
import org.shouwen.estate.Estate;
import org.shouwen.page.Names;
import org.shouwen.page.Promise;
import org.shouwen.page.TicketRow;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.PhonePrivacy;
import org.shouwen.ticket.Sight;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketFacts;
import org.shouwen.ticket.TicketLinks;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** Puts together what the features know about a ticket. */
@Component
class TicketPages {

    private final Tickets tickets;
    private final TicketDesk desk;
    private final Features features;
    private final TicketTraffic traffic;
    private final Moments moments;

    /** Where the other facts are. */
    @Component
    record Features(
            TicketFacts facts,
            TicketLinks links,
            Sight sight,
            Estate estate,
            Roster roster,
            DeedDesk deeds) {}

    TicketPages(Tickets tickets, TicketDesk desk, Features features, TicketTraffic traffic, Moments moments) {
        this.tickets = tickets;
        this.desk = desk;
        this.features = features;
        this.traffic = traffic;
        this.moments = moments;
    }

    /** @param asked the form that the reader wants open, or "" */
    TicketPage of(String number, Caller reader, String asked) {
        Ticket ticket = tickets.get(number);
        Names names = new Names(features.roster());
        Intake intake = ticket.facts().intake();
        List<TicketPage.Step> steps = traffic.steps(number, names, reader);
        return new TicketPage(
                TicketRow.of(ticket, names, moments),
                desk.kind(ticket.kind()).label(),
                !ticket.status().isFinal(),
                traffic.tasklist(number, steps),
                ticket.facts().reportTo(),
                new TicketPage.Reporter(
                        intake.reporter().name(),
                        PhonePrivacy.phone(ticket, reader),
                        intake.reporter().email()),
                intake.description(),
                facts(ticket),
                ticket.deadlines().stream()
                        .map(deadline -> Promise.of(deadline, ticket.status(), moments))
                        .toList(),
                steps,
                traffic.told(number, names),
                timeline(number, names),
                links(number, names, reader),
                Stream.of("urge", "withdrawal")
                        .flatMap(path -> features.deeds().form(path, ticket, reader, asked).stream())
                        .toList(),
                features.deeds().forms(ticket, reader, Deed.TICKET, asked),
                features.deeds().form("notes", ticket, reader, asked).orElse(null));
    }

    private List<TicketPage.Line> timeline(String number, Names names) {
        return tickets.timeline(number).stream()
                .map(entry -> new TicketPage.Line(
                        moments.text(entry.at()),
                        names.of(entry.actor())
                                + (entry.standsFor() == null ? "" : "（代" + names.of(entry.standsFor()) + "）"),
                        entry.text()))
                .toList();
    }

    private List<TicketPage.Linked> links(String number, Names names, Caller reader) {
        return features.links().of(number).stream()
                .flatMap(link -> tickets
                        .find(link.from(number))
                        .filter(other -> features.sight().sees(other.number(), reader))
                        .map(other -> new TicketPage.Linked(
                                link.labelOn(number),
                                other.number(),
                                desk.kind(other.kind()).label(),
                                other.status().label(),
                                other.status().name().toLowerCase(Locale.ROOT),
                                timeline(other.number(), names)))
                        .stream())
                .toList();
    }

    private List<Fact> facts(Ticket ticket) {
        Facts facts = ticket.facts();
        Intake intake = facts.intake();
        List<Fact> list = new ArrayList<>();
        list.add(new Fact("服务点", features.estate().siteName(facts.site())));
        list.add(new Fact("部位", facts.area().label()));
        list.add(new Fact("来源", intake.channel().label()));
        list.add(new Fact("影响范围", intake.scope().label()));
        list.add(new Fact("危险", intake.danger().label()));
        if (intake.utilityOut()) {
            list.add(new Fact("水电气", "已中断"));
        }
        if (intake.appointment() != null) {
            list.add(new Fact(
                    "约定上门",
                    moments.text(intake.appointment().from()) + " 至 "
                            + moments.text(intake.appointment().to())));
        }
        list.add(new Fact(
                "承办岗位", features.roster().post(facts.post()).map(Post::name).orElse(facts.post())));
        if (ticket.returns() > 0) {
            list.add(new Fact("退回", ticket.returns() + " 次"));
        }
        if (ticket.urges() > 0) {
            list.add(new Fact("催单", ticket.urges() + " 次"));
        }
        if (ticket.transfers() > 0) {
            list.add(new Fact("转派", ticket.transfers() + " 次"));
        }
        if (ticket.reopens() > 0) {
            list.add(new Fact("重新开启", ticket.reopens() + " 次"));
        }
        ticket.pause()
                .ifPresent(pause -> list.add(new Fact("暂停计时", pause.words() + "，最迟到 " + moments.text(pause.until()))));
        features.facts().of(ticket).forEach(fact -> list.add(new Fact(fact.label(), fact.value())));
        return list;
    }
}
