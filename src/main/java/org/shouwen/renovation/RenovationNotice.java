package org.shouwen.renovation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.shouwen.citypack.WorkHours;
import org.shouwen.onetimenotice.Item;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What only a renovation knows and the wording of its notices needs. */
@Component
record RenovationNotice(Renovations renovations, Dossiers dossiers, Desks desks, Rules rules, Moments moments)
        implements NoticeFacts {

    /** What is still open. */
    @Component
    record Desks(SupplementDesk supplements, RegistrationDesk registrations) {}

    /** What the tables say of acts and hours. */
    @Component
    record Rules(ActRulings rulings, WorkHours hours) {}

    @Override
    public Map<String, Object> of(Ticket ticket) {
        return of(ticket, Map.of());
    }

    @Override
    public Map<String, Object> of(Ticket ticket, Map<String, Object> flow) {
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
        facts.put("permittedHours", renovation.fact(found -> rules.hours()
                .wordingOf(
                        found.site(),
                        found.application().from(),
                        found.application().until())));
        facts.put("renovationStage", renovation.fact(found -> found.stage().name()));
        facts.put("why", flow.get(ApplicantNews.WHY));
        var decision = new LookUp<>(() -> last(number, opinion -> opinion.step() == Opinion.Step.DECISION));
        facts.put("decision", decision.fact(Opinion::words));
        var demand = new LookUp<>(() -> last(number, opinion -> opinion.result() == Opinion.Result.SUPPLEMENT));
        facts.put("supplementWhy", demand.fact(Opinion::words));
        var wait = new LookUp<>(() -> dossiers.waiting(number));
        facts.put("supplementBy", wait.fact(waits -> moments.text(waits.due())));
        facts.put("papersOpen", texts(() -> desks.supplements().open(number)));
        facts.put("beforeStart", texts(() -> desks.registrations().beforeStart(number)));
        return facts;
    }

    private List<String> acts(Renovation renovation) {
        return rules.rulings().of(renovation.application().scheme()).stream()
                .map(ruling -> ruling.act().label() + (ruling.needs().isEmpty() ? "" : "（须有" + ruling.needs() + "）"))
                .toList();
    }

    private Optional<Opinion> last(String number, Predicate<Opinion> which) {
        return dossiers.opinions(number).stream().filter(which).reduce((earlier, later) -> later);
    }

    private static Supplier<Object> texts(Supplier<List<Item>> open) {
        return () -> open.get().stream().map(Item::text).toList();
    }

    private static String period(LocalDate from, LocalDate until) {
        return Moments.day(from) + "至" + Moments.day(until);
    }
}
