package org.shouwen.renovation.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.shouwen.deed.Choice;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.deed.Given;
import org.shouwen.deed.Input;
import org.shouwen.deed.Outcome;
import org.shouwen.deed.Who;
import org.shouwen.problem.Refusal;
import org.shouwen.renovation.Application;
import org.shouwen.renovation.CautionReceipt;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Contractor;
import org.shouwen.renovation.RegistrationDesk;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.ticket.Ticket;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the office records about a renovation beside the steps of its flow, and what becomes of its certificate. */
@Component
@Order(6)
record RenovationDeeds(
        RegistrationDesk registrations, RenovationDesk desk, Renovations renovations, RenovationViews views)
        implements Deeds {

    private static final int LONGEST_FIRM = 100;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PHONE = 30;

    /** How long somebody may work, and that he may no longer, is no matter of the desk. */
    private static final Who SUPERVISION = Who.of(Role.SUPERVISOR, Role.MANAGER);

    @Override
    public List<Deed> deeds() {
        return List.of(
                Deed.of(
                                "renovation/contractor",
                                "登记施工负责人",
                                "Names who answers for the work on site, and how he is reached; a firm, where the owner meant to do it himself",
                                Who.OFFICE)
                        .on(RenovationPages.PAGE)
                        .whileOpen()
                        .where(of(renovation -> !renovation.stage().isOver()))
                        .asking(
                                Input.text("firm", "施工单位", LONGEST_FIRM)
                                        .optional()
                                        .from(ticket -> firm(ticket, Contractor::firm)),
                                Input.text("qualification", "资质证书编号", LONGEST_NAME)
                                        .optional()
                                        .from(ticket -> firm(ticket, Contractor::qualification)),
                                Input.text("person", "施工负责人", LONGEST_NAME),
                                Input.text("phone", "电话", LONGEST_PHONE))
                        .does(answering(this::engage)),
                Deed.of("renovation/period", "改施工期", "Moves the days of work, until they are certified", Who.OFFICE)
                        .on(RenovationPages.PAGE)
                        .whileOpen()
                        .where(of(renovation -> !renovation.stage().isOver()
                                && renovation.certificate().isEmpty()))
                        .asking(
                                Input.date("from", "开工日期")
                                        .from(ticket ->
                                                application(ticket).from().toString()),
                                Input.date("until", "完工日期")
                                        .from(ticket ->
                                                application(ticket).until().toString()))
                        .saying("施工期已改。")
                        .does(answering((ticket, given, caller) -> registrations.reschedule(
                                ticket.number(), given.date("from"), given.date("until"), caller.code(), caller.at()))),
                Deed.of(
                                "renovation/cautions",
                                "登记签收",
                                "Records that the prohibited acts and cautions were received, once by each party",
                                Who.OFFICE)
                        .on(RenovationPages.PAGE)
                        .whileOpen()
                        .where(of(renovation -> !renovation.stage().isOver()
                                && !registrations
                                        .notYetReceived(renovation.ticket())
                                        .isEmpty()))
                        .asking(Input.choice("party", "当面签收禁止行为和注意事项的", this::parties))
                        .does(answering((ticket, given, caller) -> registrations.receiveCautions(
                                ticket.number(),
                                given.choice("party", CautionReceipt.Party.class),
                                CautionReceipt.How.SIGNED,
                                caller.code(),
                                caller.at()))),
                Deed.of("certificate/extension", "延期", "The certificate counts until a later day", SUPERVISION)
                        .on(RenovationPages.PAGE)
                        .whileOpen()
                        .where(of(
                                renovation -> counts(renovation) && renovation.stage() == Renovation.Stage.REGISTERED))
                        .asking(Input.date("until", "延期后的完工日期"), Input.reason("延期的理由"))
                        .saying("登记证已延期。")
                        .does(answering((ticket, given, caller) -> registrations.extend(
                                ticket.number(),
                                given.date("until"),
                                given.text("reason"),
                                caller.code(),
                                caller.at()))),
                Deed.of("certificate/revocation", "注销登记证", "The certificate does not count any more", SUPERVISION)
                        .on(RenovationPages.PAGE)
                        .where(of(RenovationDeeds::counts))
                        .ending()
                        .asking(Input.reason("注销的理由"))
                        .saying("登记证已注销。")
                        .does(answering(this::revoke)));
    }

    /** The firm of the application stays where a program names only who answers for the work. */
    private void engage(Ticket ticket, Given given, Caller caller) {
        registrations.engage(
                ticket.number(),
                new Contractor(
                        given.isGiven("firm") ? given.text("firm") : firm(ticket, Contractor::firm),
                        given.isGiven("qualification")
                                ? given.text("qualification")
                                : firm(ticket, Contractor::qualification),
                        given.text("person"),
                        given.text("phone")),
                caller.code(),
                caller.at());
    }

    private String firm(Ticket ticket, Function<Contractor, String> field) {
        return application(ticket).contractor().map(field).orElse("");
    }

    private void revoke(Ticket ticket, Given given, Caller caller) {
        Certificate certificate = renovations
                .get(ticket.number())
                .certificate()
                .orElseThrow(() -> Refusal.notPossibleNow("certificate-missing", "装修 " + ticket.number() + " 还没有发登记证"));
        desk.revoke(certificate.number(), given.text("reason"), caller.code(), caller.at());
    }

    private Deed.Act answering(Deed.Change change) {
        return (ticket, given, caller) -> {
            change.on(ticket, given, caller);
            return Outcome.of(views.of(ticket, caller));
        };
    }

    private Predicate<Ticket> of(Predicate<Renovation> holds) {
        return ticket -> renovations.find(ticket.number()).filter(holds).isPresent();
    }

    private static boolean counts(Renovation renovation) {
        return renovation
                .certificate()
                .filter(certificate -> certificate.revokedAt().isEmpty())
                .isPresent();
    }

    private Application application(Ticket ticket) {
        return renovations.get(ticket.number()).application();
    }

    private List<Choice> parties(Ticket ticket) {
        return renovations
                .find(ticket.number())
                .map(renovation -> registrations.notYetReceived(renovation.ticket()))
                .orElse(List.of())
                .stream()
                .map(party -> new Choice(party.name(), party.label()))
                .toList();
    }
}
