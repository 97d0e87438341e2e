package org.shouwen.matter;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shouwen.deed.Choice;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.deed.Given;
import org.shouwen.deed.Input;
import org.shouwen.deed.Outcome;
import org.shouwen.deed.Who;
import org.shouwen.estate.Email;
import org.shouwen.estate.Phone;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Conversion;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketKind.Action;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What can be done to a ticket of any kind, as far as its kind offers it. */
@Component
@Order(1)
record MatterDeeds(TicketDesk desk, HandlerChange handlers, Categories categories, Privacy privacy) implements Deeds {

    /** Until the work is reported, or the resident has his answer. */
    private static final Set<Status> UNDER_WAY = EnumSet.range(Status.RECEIVED, Status.IN_PROGRESS);

    /** Until what there was to do is accepted, or concluded. */
    private static final Set<Status> NOT_ACCEPTED = EnumSet.range(Status.RECEIVED, Status.FOLLOWING);

    /** Whose urging it is that somebody at the desk notes. */
    private enum Urger {
        RESIDENT("业主来催"),
        STAFF("我们自己催办");

        private final String label;

        Urger(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    @Override
    public List<Deed> deeds() {
        return List.of(
                Deed.of(
                                "urge",
                                "催单",
                                "The resident urges (催单), or staff press for it themselves; once in ten minutes a ticket",
                                Who.DESK.or(Who.Relation.FIRST_RESPONDER))
                        .whileOpen()
                        .offeredBy(Action.URGE)
                        .apart()
                        .asking(Input.choice("who", "谁在催", Urger.class, Urger::label)
                                .otherwise(Urger.STAFF.name()))
                        .saying("已催单，系统会通知经办人。")
                        .changes(this::urge),
                Deed.of(
                                "particulars",
                                "补充报事人",
                                "Who reported it and what exactly he said, where that becomes known later or was written down wrongly",
                                Who.DESK.or(Who.Relation.FIRST_RESPONDER))
                        .whileOpen()
                        .titled("补充报事人和内容")
                        .asking(
                                Input.text("name", "姓名", 60)
                                        .from(ticket -> reporter(ticket).name())
                                        .optional(),
                                Input.text("phone", "电话", 30).optional().hint("不填的不变；没有电话的写“没有”"),
                                Input.text("email", "邮箱", 200).optional().hint("不填的不变"),
                                Input.text("description", "内容", 4000)
                                        .from(this::description)
                                        .optional()
                                        .hint("不填的不变"))
                        .saying("已补充。以后的通知发到新的邮箱；已经发出的链接要停用的，请在“业主链接”里停用。")
                        .changes(this::complete),
                Deed.of("withdrawal", "撤回", "The resident withdraws the matter", Who.DESK)
                        .whileOpen()
                        .when(NOT_ACCEPTED)
                        .offeredBy(Action.WITHDRAW)
                        .where(desk::isWithdrawable)
                        .apart()
                        .ending()
                        .asking(Input.reason("业主撤回的原因").otherwise("未说明原因"))
                        .saying("已撤回，流程已结束。")
                        .changes((ticket, given, caller) ->
                                desk.withdraw(ticket.number(), given.text("reason"), caller.code(), caller.at())),
                Deed.of(
                                "transfer",
                                "转派",
                                "Another post does the work (转派); the first responder and the promise to finish stay",
                                Who.OFFICE)
                        .when(UNDER_WAY)
                        .offeredBy(Action.TRANSFER)
                        .where(ticket -> !posts(ticket).isEmpty())
                        .titled("转派到别的岗位")
                        .asking(Input.choice("post", "接手的岗位", this::posts), Input.reason("转派原因"))
                        .saying("已转派，接手的岗位会收到派单任务，首问责任人不变。")
                        .changes((ticket, given, caller) -> desk.transfer(
                                ticket.number(), given.text("post"), given.text("reason"), caller.code(), caller.at())),
                Deed.of(
                                "reassignment",
                                "改派",
                                "Somebody else does the work (改派), wherever the flow stands",
                                Who.SUPERIORS)
                        .when(EnumSet.range(Status.RECEIVED, Status.DONE))
                        .offeredBy(Action.REASSIGN)
                        .where((ticket, caller) -> !candidates(ticket, caller).isEmpty())
                        .titled("改派给别人")
                        .asking(Input.choice("handler", "接手的人", this::candidates), Input.reason("改派原因"))
                        .saying("已改派，系统会通知接手的人。")
                        .changes((ticket, given, caller) -> handlers.reassign(
                                ticket.number(),
                                given.text("handler"),
                                given.text("reason"),
                                caller.code(),
                                caller.at())),
                Deed.of("reopening", "重新开启", "A closed matter begins again, one level up (重新开启)", Who.OFFICE)
                        .when(EnumSet.of(Status.CLOSED))
                        .offeredBy(Action.REOPEN)
                        .asking(Input.reason("为什么重新开启").hint("业主会读到这段话"))
                        .saying("已重新开启，并报上一级督办。")
                        .changes((ticket, given, caller) ->
                                desk.reopen(ticket.number(), given.text("reason"), caller.code(), caller.at())),
                Deed.of(
                                "conversion",
                                "转为其他工单",
                                "The matter is one of another kind (转为): opens a ticket of that kind, nothing is told again",
                                Who.OFFICE)
                        .when(EnumSet.complementOf(EnumSet.of(Status.WITHDRAWN)))
                        .asking(
                                Input.text("kind", "工单种类", 20).forPrograms(),
                                Input.text("category", "类别", 40),
                                Input.text("home", "房号", 40).forPrograms(),
                                Input.text("place", "公共部位", 40).forPrograms(),
                                Input.details("details", "那一类要问的"),
                                Input.reason("转为的原因"),
                                Input.flag("keep", "原工单继续办理"))
                        .whenAsked()
                        .shownBy("desk/conversion :: form")
                        .does(this::convert));
    }

    private void urge(Ticket ticket, Given given, Caller caller) {
        if (given.choice("who", Urger.class, Urger.STAFF) == Urger.RESIDENT) {
            desk.urge(ticket.number(), caller.code(), caller.at());
        } else {
            desk.press(ticket.number(), caller.code(), caller.at());
        }
    }

    /** What somebody may not read in full he does not write over, either. */
    private String description(Ticket ticket, Caller caller) {
        String words = ticket.facts().intake().description();
        return privacy.of(ticket, caller).within(words).equals(words) ? words : "";
    }

    private static Reporter reporter(Ticket ticket) {
        return ticket.facts().intake().reporter();
    }

    private void complete(Ticket ticket, Given given, Caller caller) {
        Reporter told = reporter(ticket);
        // Numbers and addresses are not for everybody who may add to them, so that what is left empty stays
        Reporter known = new Reporter(
                given.isGiven("name") ? given.text("name") : told.name(),
                given.isGiven("phone") ? Phone.told(given.text("phone"), "phone") : told.phone(),
                given.isGiven("email") ? Email.normalise(given.text("email"), "email") : told.email());
        String words = given.isGiven("description")
                ? given.text("description")
                : ticket.facts().intake().description();
        desk.complete(ticket.number(), known, words, caller.code(), caller.at());
    }

    private List<Choice> posts(Ticket ticket) {
        return desk.kind(ticket.kind()).posts(ticket).stream()
                .filter(post -> !post.code().equals(ticket.facts().post()))
                .map(post -> new Choice(post.code(), post.name()))
                .toList();
    }

    private List<Choice> candidates(Ticket ticket, Caller caller) {
        return handlers.candidates(ticket.number(), caller.code()).stream()
                .map(candidate -> new Choice(candidate.staff(), candidate.name()))
                .toList();
    }

    private Outcome convert(Ticket ticket, Given given, Caller caller) {
        String category = given.text("category");
        // People choose the category alone; it belongs to one kind
        String kind = given.isGiven("kind")
                ? given.text("kind")
                : categories
                        .category(category)
                        .map(Category::kind)
                        .orElseThrow(() -> Refusal.invalid("category-unknown", "category", "没有“" + category + "”这个类别"));
        Conversion conversion = new Conversion(
                kind,
                category,
                given.textOrNull("home"),
                given.textOrNull("place"),
                Details.of(told(given.details("details"), kind + ".")),
                given.text("reason"),
                given.flag("keep"));
        String fresh = desk.convert(ticket.number(), conversion, caller.code(), caller.at())
                .number();
        return Outcome.opened(fresh).saying("已由 " + ticket.number() + " 转来，报事人、地点和内容已带过来。");
    }

    /** On the page the questions of all kinds stand side by side, each under its kind. */
    private static Map<String, Object> told(Map<String, Object> answers, String kind) {
        Map<String, Object> told = new TreeMap<>();
        answers.forEach((name, answer) -> {
            if (name.startsWith(kind)) {
                told.put(name.substring(kind.length()), answer);
            } else if (name.indexOf('.') < 0) {
                told.put(name, answer);
            }
        });
        return told;
    }
}
