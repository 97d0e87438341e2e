package org.shouwen.processes;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.citypack.City;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.SitePolicy;
import org.shouwen.onetimenotice.Item;
import org.shouwen.onetimenotice.OneTimeNotice;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.renovation.Contractor;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.RegistrationDesk;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.renovation.Renovations;
import org.shouwen.renovation.Requirement;
import org.shouwen.renovation.SupplementDesk;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.testing.TimeMachine;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.worksite.CompletionDesk;

/**
 * Applications for renovations, told and carried on in verbs. Told on Monday 2026-11-23 at 09:00: papers are looked at by
 * Tuesday 18:00, supplemented by Monday 12-07 18:00; the examination takes three working days from when it is complete.
 */
abstract class Applications extends ProcessDesk {

    static final String TELLING_ONCE = "callActivity_oneTimeNotice";

    final Renovations renovations = bean(Renovations.class);
    final Dossiers dossiers = bean(Dossiers.class);
    final SupplementDesk supplements = bean(SupplementDesk.class);

    /** An application of the owner, who does it himself, for ordinary work. */
    void apply(String... others) {
        open(application(details(others)));
    }

    /** @param others details that are different, as name and answer; "" takes one out */
    static Map<String, String> details(String... others) {
        LocalDate today = LocalDate.of(2026, 11, 23);
        Map<String, String> told = new HashMap<>(Map.of(
                "applicant",
                "OWNER",
                "ordinary",
                "true",
                "from",
                today.plusDays(14).toString(),
                "until",
                today.plusDays(74).toString()));
        for (int i = 0; i < others.length; i += 2) {
            told.put(others[i], others[i + 1]);
        }
        return told;
    }

    static Intake application(Map<String, String> told) {
        return application("1-1-101", told);
    }

    static Intake application(String home, Map<String, String> told) {
        return new Intake(
                RenovationDesk.KIND,
                "RENOVATION_HOME",
                home,
                null,
                null,
                new Reporter("张三", "13812345678", null),
                Channel.WALK_IN,
                "全屋重新铺砖、刷墙",
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null,
                new Details(told),
                null);
    }

    /** Homes are renovated once at a time; what other tests left is over. */
    void forgetOthers() {
        renovations.openAt("1-1-101").ifPresent(other -> renovations.stands(other, Renovation.Stage.WITHDRAWN));
    }

    /** The manager chooses by what the site goes; otherwise the lowest level. */
    void siteRules(City city, boolean deposit, boolean refusesMaterial) {
        SitePolicy usual = SitePolicy.usual("east");
        bean(SitePolicies.class)
                .choose(
                        new SitePolicy(
                                "east",
                                city,
                                usual.level(),
                                deposit,
                                refusesMaterial,
                                usual.passes(),
                                usual.ownHours(),
                                usual.quietPeriods()),
                        "manager",
                        time.instant());
    }

    Renovation renovation() {
        return renovations.get(number());
    }

    Renovation.Stage stage() {
        return renovation().stage();
    }

    OneTimeNotice notice() {
        return bean(OneTimeNotices.class).get(number());
    }

    /** @return codes of what is open of the section, on the notice */
    List<String> open(Requirement.Stage section) {
        return notice().open(section.name()).stream()
                .map(OneTimeNotice.Told::item)
                .map(Item::code)
                .toList();
    }

    /** The desk ticks these papers off. */
    void check(String... papers) {
        runJobs();
        hand("checkPapers", List.of(papers));
        runJobs();
    }

    /** Every paper is there. */
    void checkAll() {
        runJobs();
        hand(
                "checkPapers",
                supplements.required(number()).stream().map(Requirement::code).toList());
        runJobs();
    }

    void bring(String... codes) {
        hand("bringPapers", List.of(codes));
        runJobs();
    }

    private void hand(String step, Collection<String> codes) {
        if (codes.contains("IDENTITY")) {
            as("desk1").hands(step, "papers", ticks(codes), "identity", "123x");
        } else {
            as("desk1").hands(step, "papers", ticks(codes));
        }
    }

    static Object ticks(Collection<String> codes) {
        return json(codes.stream()
                .collect(Collectors.joining("\",\"", "[\"", "\"]"))
                .replace("[\"\"]", "[]"));
    }

    static Object ticks(String... codes) {
        return ticks(Arrays.asList(codes));
    }

    void review(String finding) {
        as("lead").does("reviewPlan", "finding", finding, "words", "不影响结构");
    }

    void decide(String decision) {
        as("manager").does("decideRegistration", "decision", decision, "reason", "符合规定");
    }

    /** Complete, reviewed, approved: what is left is to sign. */
    void approved() {
        checkAll();
        review("SOUND");
        decide("APPROVED");
    }

    void sign() {
        as("desk1").does("signAgreement", agreement(ticks(open(Requirement.Stage.BEFORE_START))));
    }

    static Object[] agreement(Object done) {
        return new Object[] {
            "done",
            done,
            "received",
            json("[\"OWNER\",\"CONTRACTOR\"]"),
            "waste",
            "袋装清运",
            "facade",
            "不改变外立面",
            "fee",
            200,
            "breach",
            "限期整改"
        };
    }

    void nameContractor() {
        bean(RegistrationDesk.class)
                .engage(number(), new Contractor("美家装饰", "鲁D-0012", "王工", "13900001111"), "desk1", time.instant());
    }

    static LocalDate day(java.time.Instant at) {
        return LocalDate.ofInstant(at, TimeMachine.ZONE);
    }

    /** Papers are missing, and once more after the first review; the rest goes straight. */
    @Override
    protected void goOnWith(String step) {
        switch (step) {
            case "checkPapers" -> as("desk1").hands(step, "papers", ticks("PLAN"));
            // One of several first, so that he is told what is still missing
            case "bringPapers" -> hand(step, open(Requirement.Stage.NOW).subList(0, 1));
            case "reviewPlan" -> as("lead").hands(step, "finding", "SOUND", "words", "不影响结构");
            case "decideRegistration" ->
                as("manager")
                        .hands(
                                step,
                                "decision",
                                events().contains("requirement-reopened") ? "APPROVED" : "SUPPLEMENT",
                                "again",
                                events().contains("requirement-reopened") ? "" : "PLAN",
                                "reason",
                                "水电走向不清");
            case "signAgreement" -> as("desk1").hands(step, agreement(ticks(open(Requirement.Stage.BEFORE_START))));
            case "patrol" -> {
                as("lead").hands(step, "outcome", "NORMAL", "phase", "PAINTING");
                // Not before the day on which the work may begin
                time.travelTo("2026-12-07T10:00");
                bean(CompletionDesk.class).report(number(), "desk1", time.instant());
            }
            case "inspectCompletion" -> as("lead").hands(step, "result", "PASSED");
            case "closeFile" -> as("desk1").hands(step, "shelf", "2026-装-018");
            case "answerOwner" -> as("manager").hands(step, "answer", "已当面说明");
            default -> super.goOnWith(step);
        }
    }
}
