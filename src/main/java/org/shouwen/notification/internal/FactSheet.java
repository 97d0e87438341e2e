package org.shouwen.notification.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shouwen.estate.Estate;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.ResidentLinks;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketEvent;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.ticket.TimelineEvents;
import org.shouwen.wording.Moments;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;
import org.thymeleaf.context.LazyContextVariable;

/**
 * What a template can say about a ticket. A fact that is not known is absent. The last line of each event in the
 * timeline is a fact, too, for example {@code lastRework}.
 */
class FactSheet {

    /** Lines that say who urged; the last of them is what its handler is told. */
    private static final Set<TicketEvent> URGINGS =
            Set.of(TicketEvent.URGED, TicketEvent.FOLLOWER_URGED, TicketEvent.PRESSED);

    private final Tickets tickets;
    private final Roster roster;
    private final Estate estate;
    private final Supplier<List<NoticeFacts>> features;
    private final Setting setting;

    /**
     * @param moments how they are said
     * @param words what a kind of ticket promises with a clock
     * @param deskUrl where staff find the desk
     * @param events what a timeline can say
     */
    record Setting(
            Moments moments, BiFunction<String, ClockKind, String> words, String deskUrl, TimelineEvents events) {}

    FactSheet(Tickets tickets, Roster roster, Estate estate, Supplier<Stream<NoticeFacts>> features, Setting setting) {
        this.tickets = tickets;
        this.roster = roster;
        this.estate = estate;
        this.features = SingletonSupplier.of(() -> features.get().toList());
        this.setting = setting;
    }

    /** @param flow routing facts of the flow that tells */
    Map<String, Object> of(Ticket ticket, Map<String, Object> flow) {
        Map<String, Object> facts = new HashMap<>();
        features.get().forEach(feature -> feature.of(ticket, flow).forEach((name, fact) -> {
            if (facts.containsKey(name)) {
                throw new IllegalStateException("two features tell notices of ticket " + ticket.number() + " the fact "
                        + name + ": one would silence the other");
            }
            facts.put(name, fact);
        }));
        facts.values().removeIf(fact -> fact instanceof String text && text.isBlank());
        facts.replaceAll((name, fact) -> fact instanceof Supplier<?> supplier ? new Asked(supplier) : fact);
        facts.putIfAbsent("kind", "工单");
        matter(ticket, facts);
        people(ticket, facts);
        times(ticket, facts);
        lines(ticket, facts);
        return facts;
    }

    /** Few wordings speak of what happened before; the timeline is read where one does. */
    private void lines(Ticket ticket, Map<String, Object> facts) {
        Supplier<List<TimelineEntry>> timeline = SingletonSupplier.of(() -> tickets.timeline(ticket.number()));
        setting.events()
                .all()
                .forEach(event -> facts.putIfAbsent(
                        "last" + StringUtils.capitalize(event.code()),
                        new Asked(
                                () -> last(timeline.get(), line -> line.event().equals(event.code())))));
        facts.putIfAbsent(
                "urging",
                new Asked(() -> last(timeline.get(), line -> URGINGS.stream().anyMatch(line::is))));
    }

    private static String last(List<TimelineEntry> timeline, Predicate<TimelineEntry> which) {
        return timeline.stream()
                .filter(which)
                .reduce((earlier, later) -> later)
                .map(TimelineEntry::text)
                .orElse(null);
    }

    String moment(Instant at) {
        return setting.moments().text(at);
    }

    private String limit(Instant due) {
        return setting.moments().limit(due);
    }

    private void matter(Ticket ticket, Map<String, Object> facts) {
        Facts settled = ticket.facts();
        facts.put("number", ticket.number());
        facts.put("category", settled.categoryLabel());
        String description = settled.intake().description();
        facts.put("description", isBlank(description) ? "未填写" : description);
        facts.put("location", settled.location());
        facts.put("site", new Asked(() -> estate.siteName(settled.site())));
        facts.put("priority", settled.priority().label());
        facts.put("urgent", settled.urgent());
        facts.put("status", ticket.status().label());
        facts.put("returns", ticket.returns());
        facts.put("urges", ticket.urges());
        facts.put("deskUrl", setting.deskUrl());
        facts.put("link", ResidentLinks.PLACE);
    }

    private void people(Ticket ticket, Map<String, Object> facts) {
        Reporter reporter = ticket.facts().intake().reporter();
        facts.put("reporterName", reporter == null || isBlank(reporter.name()) ? "业主" : reporter.name());
        facts.put("reporterPhone", reporter == null || isBlank(reporter.phone()) ? null : reporter.phone());
        person("firstResponder", ticket.firstResponder(), facts);
        ticket.handler().ifPresent(handler -> person("handler", handler, facts));
    }

    private void person(String role, String code, Map<String, Object> facts) {
        var person = new NoticeFacts.LookUp<>(() -> roster.staff(code));
        facts.put(
                role,
                new Asked(() ->
                        Objects.requireNonNullElse(person.fact(Staff::name).get(), code)));
        facts.put(role + "Phone", new Asked(person.fact(Staff::phone)));
    }

    /** A fact that is looked up where the wording speaks of it; blank is not known. */
    private static final class Asked extends LazyContextVariable<Object> {

        private final Supplier<?> fact;

        Asked(Supplier<?> fact) {
            this.fact = fact;
        }

        @Override
        protected Object loadValue() {
            Object value = fact.get();
            return value instanceof String text && text.isBlank() ? null : value;
        }
    }

    private void times(Ticket ticket, Map<String, Object> facts) {
        facts.put("openedAt", moment(ticket.facts().openedAt()));
        facts.put("promises", promises(ticket, deadline -> true));
        facts.put("promisesNow", promises(ticket, deadline -> deadline.stoppedAt() == null));
        for (Deadline deadline : ticket.deadlines()) {
            if (deadline.due() != null) {
                facts.put(deadline.clock().name().toLowerCase(Locale.ROOT) + "By", limit(deadline.due()));
            }
        }
        Slot slot = ticket.facts().intake().appointment();
        if (slot != null) {
            facts.put("appointment", setting.moments().span(slot.from(), slot.to()));
        }
    }

    private Asked promises(Ticket ticket, Predicate<Deadline> told) {
        return new Asked(() -> ticket.deadlines().stream()
                .filter(told)
                .map(deadline -> promise(ticket, deadline))
                .toList());
    }

    private String promise(Ticket ticket, Deadline deadline) {
        String when = deadline.due() == null ? "不设固定时限" : limit(deadline.due()) + " 前";
        String source = isBlank(deadline.source()) ? "" : "（依据：" + deadline.source() + "）";
        return setting.words().apply(ticket.kind(), deadline.clock()) + "：" + when + source;
    }

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
