package org.shouwen.workerpass;

import java.util.List;
import java.util.Optional;
import org.shouwen.citypack.PassMeaning;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.WorkHours;
import org.shouwen.credential.Credentials;
import org.shouwen.paper.Paper;
import org.shouwen.paper.TicketPaper;
import org.shouwen.problem.Refusal;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Contractor;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** Cards A and B of a worker's pass (出入证), to be cut out; what each is for the site says. */
@Component
record PassPaper(
        WorkerPasses passes,
        Renovations renovations,
        Credentials credentials,
        SitePolicies policies,
        WorkHours hours,
        Privacy privacy)
        implements TicketPaper {

    private static final String TITLE = "施工人员出入证";
    private static final String NOTE = "扫码核验。限本人在允许时间内使用，不得转借、涂改。遗失须当日挂失，旧卡即时作废。完工后 A、B 两张一并交回。";

    @Override
    public String path() {
        return "passes";
    }

    /** Both cards of the pair that counts. */
    @Override
    public Sheet draw(Ticket ticket, String which, Optional<Caller> reader) {
        WorkerPass pass = passes.find(which)
                .filter(of -> of.ticket().equals(ticket.number()))
                .orElseThrow(() -> WorkerPasses.notFound(which));
        if (pass.isReturned()) {
            throw Refusal.notPossibleNow("pass-returned", "出入证 " + pass.number() + " 已经交回，不能再打印");
        }
        Renovation renovation = renovations.get(ticket.number());
        Certificate certificate = renovation
                .certificate()
                .filter(found -> found.revokedAt().isEmpty())
                .orElseThrow(() -> Refusal.notPossibleNow(
                        "pass-registration-ended", "装修施工登记证 " + pass.certificate() + " 已经作废，不能打印出入证"));
        return new Sheet(
                reference(pass), paper(ticket, named(pass, ticket, reader.orElseThrow()), renovation, certificate));
    }

    /** The card is made while the work goes on; afterwards it is printed as whoever prints it may read it. */
    private WorkerPass named(WorkerPass pass, Ticket ticket, Caller reader) {
        return pass.named(privacy.of(ticket, reader).name(pass.worker().name()));
    }

    private static Credentials.Reference reference(WorkerPass pass) {
        return new Credentials.Reference(WorkerPassDesk.PAPER, pass.number(), pass.issue());
    }

    private Paper paper(Ticket ticket, WorkerPass pass, Renovation renovation, Certificate certificate) {
        PassMeaning meaning = policies.of(pass.site()).passes();
        return new Paper(
                TITLE,
                name(pass),
                List.of(
                        new Paper.Line("沿虚线剪下，装入 7 × 10 厘米的卡套。"),
                        new Paper.Cards(List.of(
                                card("A", meaning.cardA(), ticket, pass, renovation, certificate),
                                card("B", meaning.cardB(), ticket, pass, renovation, certificate)))));
    }

    private Paper.Card card(
            String mark,
            String meaning,
            Ticket ticket,
            WorkerPass pass,
            Renovation renovation,
            Certificate certificate) {
        return new Paper.Card(
                TITLE,
                mark,
                meaning,
                List.of(
                        new Paper.Field("编号", name(pass)),
                        new Paper.Field("姓名", pass.worker().name()),
                        new Paper.Field("工种", pass.worker().trade()),
                        new Paper.Field("房屋", ticket.facts().location()),
                        new Paper.Field(
                                "施工单位",
                                renovation
                                        .application()
                                        .contractor()
                                        .map(Contractor::firm)
                                        .orElse("业主自行施工")),
                        new Paper.Field("有效期", Moments.days(certificate.from(), certificate.until())),
                        new Paper.Field("允许时间", hours.wordingOf(pass.site(), certificate.from(), certificate.until()))),
                new Paper.Picture(credentials.code(reference(pass)), 0, ""),
                NOTE);
    }

    /** @return number and issue, as the gate takes them: CR-26-000001/2 */
    private static String name(WorkerPass pass) {
        return pass.number() + "/" + pass.issue();
    }
}
