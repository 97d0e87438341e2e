package org.shouwen.workerpass.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.deed.Given;
import org.shouwen.deed.Input;
import org.shouwen.deed.Outcome;
import org.shouwen.deed.Who;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.shouwen.workerpass.Worker;
import org.shouwen.workerpass.WorkerPass;
import org.shouwen.workerpass.WorkerPassDesk;
import org.shouwen.workerpass.WorkerPasses;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The workers' passes of a renovation: issued, replaced, suspended, taken back by the office. */
@Component
@Order(8)
record WorkerPassDeeds(WorkerPassDesk desk, WorkerPasses passes, Renovations renovations, Moments moments)
        implements Deeds {

    static final String SUSPENSION = "passes/{pass}/suspension";
    static final String RESUMPTION = "passes/{pass}/resumption";
    static final String REPLACEMENT = "passes/{pass}/replacement";
    static final String RETURN = "passes/{pass}/return";

    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_TRADE = 20;
    private static final int LONGEST_PHONE = 30;
    private static final int LONGEST_REASON = 200;

    @Override
    public List<Deed> deeds() {
        return List.of(
                Deed.of(
                                "passes",
                                "办出入证",
                                "Issues a pass, cards A and B, to a worker of a registered renovation",
                                Who.OFFICE)
                        .titled("发出入证")
                        .on(PassPages.PAGE)
                        .where(this::isRegistered)
                        .asking(
                                Input.text("name", "姓名", LONGEST_NAME),
                                Input.text("trade", "工种", LONGEST_TRADE)
                                        .suggesting("水电工", "泥瓦工", "木工", "油漆工", "防水工", "安装工", "搬运工"),
                                Input.text("phone", "电话", LONGEST_PHONE))
                        .helping("一人一证，A、B 两张卡同一个号；有效期跟装修施工登记证走。不收身份证复印件。")
                        .creating()
                        .does((ticket, given, caller) -> {
                            WorkerPass pass = desk.issue(
                                    ticket.number(),
                                    new Worker(given.text("name"), given.text("trade"), given.text("phone")),
                                    caller.code(),
                                    caller.at());
                            return Outcome.of(PassView.of(pass)).saying("已发出入证 " + pass.number() + "，请打印 A、B 两张卡。");
                        }),
                Deed.of(
                                SUSPENSION,
                                "暂停",
                                "The gate lets nobody in with the pass, until then or until it is resumed",
                                Who.OFFICE)
                        .on(PassPages.PAGE)
                        .apart()
                        .asking(
                                Input.text("reason", "暂停的原因", LONGEST_REASON),
                                Input.moment("until", "暂停到")
                                        .optional()
                                        .hint("不填：恢复前一直停")
                                        .from(ticket -> midnight()))
                        .does(this::suspend),
                Deed.of(RESUMPTION, "恢复", "The pass is good again", Who.OFFICE)
                        .on(PassPages.PAGE)
                        .apart()
                        .does((ticket, given, caller) -> {
                            WorkerPass pass = pass(ticket, given);
                            desk.resume(pass.number(), caller.code(), caller.at());
                            return done(pass, "已恢复。");
                        }),
                Deed.of(REPLACEMENT, "挂失补发", "A card was lost: both are void, a new pair is printed", Who.OFFICE)
                        .on(PassPages.PAGE)
                        .apart()
                        .does((ticket, given, caller) -> {
                            WorkerPass replaced =
                                    desk.replace(pass(ticket, given).number(), caller.code(), caller.at());
                            return Outcome.of(PassView.of(replaced))
                                    .saying("旧卡已作废，请打印第 " + replaced.issue() + " 次发的 A、B 两张卡。");
                        }),
                Deed.of(RETURN, "收回两张卡", "Both cards are back; the number is not used again", Who.OFFICE)
                        .on(PassPages.PAGE)
                        .apart()
                        .does((ticket, given, caller) -> {
                            WorkerPass pass = pass(ticket, given);
                            desk.giveBack(pass.number(), caller.code(), caller.at());
                            return done(pass, "已交回。");
                        }));
    }

    private Outcome suspend(Ticket ticket, Given given, Caller caller) {
        WorkerPass pass = pass(ticket, given);
        Optional<Instant> until = given.isGiven("until") ? Optional.of(given.moment("until")) : Optional.empty();
        desk.suspend(pass.number(), until, given.text("reason"), caller.code(), caller.at());
        return done(pass, "已暂停，门岗不再放行。");
    }

    /** @return the pass, where it is one of this renovation's */
    private WorkerPass pass(Ticket ticket, Given given) {
        return passes.find(given.path("pass"))
                .filter(found -> found.ticket().equals(ticket.number()))
                .orElseThrow(() -> WorkerPasses.notFound(given.path("pass")));
    }

    private Outcome done(WorkerPass pass, String words) {
        return Outcome.of(PassView.of(passes.find(pass.number()).orElseThrow()))
                .saying("出入证 " + pass.number() + " " + words);
    }

    private boolean isRegistered(Ticket ticket) {
        return renovations
                .find(ticket.number())
                .flatMap(Renovation::certificate)
                .isPresent();
    }

    /** @return the end of today, until which D9 suspends a pass */
    private String midnight() {
        return moments.field(moments.start(moments.today().plusDays(1)));
    }
}
