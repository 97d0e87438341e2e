package org.shouwen.renovation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.shouwen.citypack.WorkHours;
import org.shouwen.onetimenotice.Item;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What only a renovation knows and the wording of its notices needs. */
@Component
record RenovationNotice(Renovations renovations, Dossiers dossiers, Desks desks, ActRulings rulings, WorkHours hours)
        implements NoticeFacts {

    /** What is still open. */
    @Component
    record Desks(SupplementDesk supplements, RegistrationDesk registrations) {}

    @Override
    public Map<String, Object> of(Ticket ticket) {
        if (!ticket.kind().equals(RenovationDesk.KIND)) {
            return Map.of();
        }
        String number = ticket.number();
        Map<String, Object> facts = new HashMap<>();
        var renovation = new LookUp<>(() -> renovations.find(number));
        facts.put("renovationActs", renovation.fact(this::acts));
        facts.put("period", renovation.fact(found -> found.certificate()
                .map(certificate -> period(certificate.from(), certificate.until()))
                .orElseGet(() ->
                        period(found.application().from(), found.application().until()))));
        facts.put("certificate", renovation.fact(found -> found.certificate()
                .map(Certificate::number)
                .orElse(null)));
        facts.put(
                "permittedHours",
                renovation.fact(found -> hours.wordingOf(
                        found.site(),
                        found.application().from(),
                        found.application().until())));
        facts.put("decision", decision(number));
        facts.put("papersOpen", texts(() -> desks.supplements().open(number)));
        facts.put("beforeStart", texts(() -> desks.registrations().beforeStart(number)));
        return facts;
    }

    private List<String> acts(Renovation renovation) {
        return rulings.of(renovation.application().scheme()).stream()
                .map(ruling -> ruling.act().label() + (ruling.needs().isEmpty() ? "" : "（须有" + ruling.needs() + "）"))
                .toList();
    }

    private Supplier<Object> decision(String number) {
        return () -> dossiers.opinions(number).stream()
                .filter(opinion -> opinion.step() == Opinion.Step.DECISION)
                .reduce((earlier, later) -> later)
                .map(Opinion::words)
                .orElse(null);
    }

    private static Supplier<Object> texts(Supplier<List<Item>> open) {
        return () -> open.get().stream().map(Item::text).toList();
    }

    private static String period(LocalDate from, LocalDate until) {
        return Moments.day(from) + "至" + Moments.day(until);
    }
}
