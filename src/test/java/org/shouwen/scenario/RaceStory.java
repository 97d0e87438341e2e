package org.shouwen.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A ticket on its way, and who tries at the same moment to do its steps. Together the stories pass every step there is. */
final class RaceStory {

    /**
     * Several people do a step, or something else happens to the ticket with the number.
     *
     * @param step or null
     */
    record Move(String step, String inputs, List<String> people, BiConsumer<StoryDesk, String> otherwise) {}

    private static final String TOM = "\"reporter\": {\"name\": \"张三\", \"phone\": \"13812345678\"}";
    private static final String REPAIR =
            "{\"kind\": \"REPAIR\", \"category\": \"HOME_PLUMBING\", \"home\": \"1-1-103\", %s, \"description\": \"同时办理\"}"
                    .formatted(TOM);
    static final String BURST = """
            {"kind": "REPAIR", "category": "BURST_PIPE", "place": "LIFT-1-1", %s, "description": "管道爆裂",
             "danger": "PERSON", "scope": "UNIT"}
            """.formatted(TOM);
    private static final String RENOVATION = """
            {"kind": "RENOVATION", "category": "RENOVATION_HOME", "home": "2-2-1001", "channel": "WALK_IN", %s,
             "description": "全屋重新装修",
             "details": {"applicant": "OWNER", "ordinary": "true", "from": "2026-12-07", "until": "2027-02-05"}}
            """.formatted(TOM);
    private static final String MONDAY = "2026-11-23T09:00";

    private final String begins;
    private final String request;
    private final List<Move> moves = new ArrayList<>();

    private RaceStory(String begins, String request) {
        this.begins = begins;
        this.request = request;
    }

    static List<RaceStory> all() {
        return List.of(
                repaired(),
                offeredWaitedForAndPutOff(),
                returnedTwice(),
                overdue(),
                leaking(),
                major(),
                burst(),
                burstAndNobodyAnswers(),
                latePost(),
                suggested(),
                goods(),
                disputed(),
                supplementedAtTheDesk(),
                supplementedByLink(),
                violated());
    }

    private static RaceStory repaired() {
        return new RaceStory(MONDAY, REPAIR)
                .race("dispatch", "{\"handler\": \"plumber1\"}", "desk1", "desk2", "lead")
                .race("accept", "{\"decision\": \"ACCEPT\"}", "plumber1", "plumber1")
                .race("inspectOnSite", "{\"findings\": \"阀芯磨损\", \"result\": \"REPAIR\"}", "plumber1", "plumber1")
                .race(
                        "reportWork",
                        "{\"cause\": \"阀芯磨损\", \"work\": \"更换阀芯\", \"materialSource\": \"NONE\"}",
                        "plumber1",
                        "plumber1")
                .race("acceptWork", "{\"result\": \"ACCEPTED\"}", "desk1", "desk1", "desk1")
                .race(
                        "visit",
                        "{\"method\": \"PHONE\", \"reached\": \"REACHED\", \"satisfaction\": \"SATISFIED\"}",
                        "desk1",
                        "desk2");
    }

    private static RaceStory offeredWaitedForAndPutOff() {
        return new RaceStory(MONDAY, REPAIR)
                .race("dispatch", "{\"handler\": \"MYSELF\"}", "plumber1", "plumber1")
                .race("inspectOnSite", "{\"findings\": \"无人\", \"result\": \"ABSENT\"}", "plumber1", "plumber1")
                .race("arrangeVisit", "{\"slotFrom\": \"2026-11-25T10:00\"}", "desk1", "desk1")
                .race("inspectOnSite", """
                        {"findings": "没有阀芯", "result": "WAIT", "waitingFor": "PARTS", "reference": "阀芯",
                         "until": "2026-11-27T12:00"}
                        """, "plumber1", "plumber1")
                .race("resumeWork", "{\"note\": \"阀芯已到\"}", "plumber1", "plumber1")
                .race(
                        "inspectOnSite",
                        "{\"findings\": \"阀芯磨损\", \"result\": \"QUOTE\", \"amount\": 80, \"work\": \"更换龙头\"}",
                        "plumber1",
                        "plumber1")
                .race("confirmQuote", "{\"answer\": \"CHANGED\", \"remark\": \"只换阀芯\"}", "desk1", "desk1")
                .race("reviseQuote", "{\"amount\": 35, \"work\": \"更换阀芯\"}", "plumber1", "plumber1")
                .race("confirmQuote", "{\"answer\": \"AGREED\"}", "desk1", "desk1", "desk1");
    }

    private static RaceStory returnedTwice() {
        RaceStory story = new RaceStory(MONDAY, REPAIR);
        for (int i = 0; i < 2; i++) {
            story.race("dispatch", "{\"handler\": \"plumber1\"}", "desk1", "desk2")
                    .race("accept", "{\"decision\": \"RETURN\", \"reason\": \"不归我\"}", "plumber1", "plumber1");
        }
        return story.race("decide", "{\"handler\": \"plumber2\", \"reason\": \"轮到他\"}", "lead", "lead");
    }

    private static RaceStory overdue() {
        return new RaceStory(MONDAY, """
                {"kind": "CONSULTATION", "category": "CONSULT_FEES", "home": "1-1-103", %s, "description": "物业费怎么算"}
                """.formatted(TOM))
                .at("2026-11-23T15:01")
                .race("acknowledge", "{\"decision\": \"CONTINUE\", \"remark\": \"马上答复\"}", "lead", "lead", "lead")
                .race("dispatch", "{\"handler\": \"MYSELF\"}", "desk1", "desk1")
                .race("answerEnquiry", "{\"answer\": \"每平方米 2.8 元\"}", "desk1", "desk1");
    }

    private static RaceStory leaking() {
        return new RaceStory(MONDAY, REPAIR.replace("HOME_PLUMBING", "SEEPAGE"))
                .race("tellPlan", "{\"plan\": \"外墙裂缝，补缝后重做防水\"}", "desk1", "desk1")
                .race("dispatch", "{\"handler\": \"MYSELF\"}", "plumber1", "plumber1")
                .race("inspectOnSite", "{\"findings\": \"外墙裂缝\", \"result\": \"EXTERNAL\"}", "plumber1", "plumber1")
                .race("sendLetter", """
                        {"party": "CONTRACTOR", "name": "防水公司", "letterNumber": "函 1 号", "promisedOn": "2026-12-01T18:00"}
                        """, "desk1", "desk1")
                .at("2026-12-01T18:01")
                .race("followUp", "{\"result\": \"OWN_REPAIR\", \"remark\": \"对方没有来\"}", "desk1", "desk1");
    }

    private static RaceStory major() {
        return new RaceStory(MONDAY, """
                        {"kind": "REPAIR", "category": "PUBLIC_LIGHTING", "place": "LIFT-1-1", %s, "description": "线路老化",
                         "danger": "NONE", "scope": "UNIT"}
                        """.formatted(TOM))
                .race("dispatch", "{\"handler\": \"MYSELF\"}", "electrician1", "electrician1")
                .race(
                        "inspectOnSite",
                        "{\"findings\": \"线路老化\", \"result\": \"MAJOR\"}",
                        "electrician1",
                        "electrician1")
                .race("planMajorRepair", """
                        {"plan": "更换整栋楼的照明线路", "budget": 8000, "funding": "COMPANY", "affected": "全小区",
                         "expected": "2026-12-04T18:00"}
                        """, "electrician1", "electrician1")
                .race("decideMajorRepair", "{\"decision\": \"APPROVED\"}", "manager", "manager")
                .at("2026-11-27T18:01")
                .race("reportProgress", "{\"progress\": \"一层至三层已换好\"}", "electrician1", "electrician1");
    }

    private static RaceStory burst() {
        return new RaceStory("2027-01-01T03:00", BURST)
                .race("answerCall", "{\"answer\": \"TAKE\"}", "plumber1", "plumber1", "plumber1");
    }

    private static RaceStory burstAndNobodyAnswers() {
        return new RaceStory("2027-01-02T03:00", BURST)
                .at("2027-01-02T03:05")
                .at("2027-01-02T03:10")
                .at("2027-01-02T03:15")
                .race("answerAsSuperior", "{\"answer\": \"TAKE\"}", "lead", "manager", "lead");
    }

    /** Late the third time within a month. */
    private static RaceStory latePost() {
        return new RaceStory(MONDAY, REPAIR)
                .then(StoryDesk::lateAgain)
                .race("rectifyPost", "{\"cause\": \"人手不足\", \"measures\": \"调班\"}", "lead", "lead");
    }

    private static RaceStory suggested() {
        return new RaceStory(MONDAY, """
                {"kind": "SUGGESTION", "category": "SUGGEST_FACILITIES", "home": "1-1-103", %s, "description": "装充电桩",
                 "details": {"answer": "谢谢，我们研究后答复您"}}
                """.formatted(TOM))
                .race(
                        "decideSuggestion",
                        "{\"decision\": \"ADOPTED\", \"reason\": \"电力容量已核实\"}",
                        "supervisor",
                        "supervisor");
    }

    private static RaceStory goods() {
        return new RaceStory(MONDAY, """
                {"kind": "GOODS", "category": "GOODS_MOVING", "home": "1-1-103", %s, "description": "搬家",
                 "details": {"applicant": "TENANT", "proof": "NONE", "goods": "纸箱 5"}}
                """.formatted(TOM))
                .race(
                        "obtainConsent",
                        "{\"answer\": \"AGREED\", \"how\": \"PHONE\", \"words\": \"同意\"}",
                        "desk1",
                        "desk2",
                        "lead")
                .race("decideRelease", "{\"decision\": \"RELEASED\"}", "desk1", "desk2", "lead");
    }

    /** By somebody who never complained before, or it would be graver and another's. */
    private static RaceStory disputed() {
        return new RaceStory(MONDAY, """
                {"kind": "COMPLAINT", "category": "COMPLAINT_NOISE", "home": "1-2-404",
                 "reporter": {"name": "陶宁", "phone": "13900002404"}, "description": "半夜施工",
                 "details": {"households": 1}}
                """)
                .race("contactComplainant", "{\"words\": \"电话联系\"}", "desk1", "desk1")
                .race("investigate", "{\"findings\": \"属实\", \"plan\": \"制止施工\"}", "desk1", "desk1")
                .race("answerComplainant", """
                        {"answer": "已制止", "response": "DISPUTED", "remark": "要求赔偿", "what1": "每日巡查", "staff1": "plumber1",
                         "dueAt1": "2026-11-27T18:00"}
                        """, "desk1", "desk1")
                .race("mediate", "{\"outcome\": \"SETTLED\", \"result\": \"当面道歉\"}", "lead", "lead")
                .race(
                        "answerComplainant",
                        "{\"answer\": \"已道歉\", \"response\": \"AGREED\", \"written\": true}",
                        "desk1",
                        "desk1")
                .race("deliverAnswer", "{\"how\": \"HANDED_OVER\"}", "desk1", "desk1")
                .race("carryOut", "{\"result\": \"已巡查\"}", "plumber1", "plumber1")
                .race("conclude", "{\"verdict\": \"VALID\", \"reason\": \"情况属实\"}", "supervisor", "supervisor");
    }

    private static RaceStory supplementedAtTheDesk() {
        return new RaceStory(MONDAY, RENOVATION)
                .race("checkPapers", "{\"papers\": [\"PLAN\", \"OWNERSHIP\"]}", "desk1", "desk2", "lead")
                .race("bringPapers", "{\"papers\": [\"IDENTITY\"], \"identity\": \"0021\"}", "desk1", "desk2", "lead")
                .race("reviewPlan", "{\"finding\": \"UNSOUND\", \"words\": \"走向不明\"}", "lead", "lead")
                .race(
                        "decideRegistration",
                        "{\"decision\": \"REFUSED\", \"reason\": \"不符合规定\"}",
                        "supervisor",
                        "supervisor")
                .then((desk, number) -> desk.did("desk1", number, "reopening", "{\"reason\": \"业主有意见\"}"))
                .race("answerOwner", "{\"answer\": \"已当面说明\"}", "supervisor", "supervisor");
    }

    private static RaceStory supplementedByLink() {
        return new RaceStory(MONDAY, RENOVATION)
                .race("checkPapers", "{\"papers\": [\"PLAN\", \"IDENTITY\"], \"identity\": \"0021\"}", "desk1", "desk2")
                .then((desk, number) -> desk.handedIn(number, "OWNERSHIP"))
                .race("acceptPapers", "{\"papers\": [\"OWNERSHIP\"]}", "desk1", "desk2", "lead");
    }

    private static RaceStory violated() {
        return new RaceStory(MONDAY, RENOVATION)
                .then((desk, number) ->
                        desk.jdbc.update("UPDATE renovation SET deposit = true WHERE ticket = ?", number))
                .race(
                        "checkPapers",
                        "{\"papers\": [\"PLAN\", \"OWNERSHIP\", \"IDENTITY\"], \"identity\": \"0021\"}",
                        "desk1",
                        "desk2")
                .race("reviewPlan", "{\"finding\": \"SOUND\", \"words\": \"不动结构\"}", "lead", "lead")
                .race(
                        "decideRegistration",
                        "{\"decision\": \"APPROVED\", \"reason\": \"材料齐全\"}",
                        "supervisor",
                        "supervisor")
                .race("signAgreement", """
                        {"done": ["AGREEMENT", "CAUTIONS", "NEIGHBOURS", "FIRE_EXTINGUISHERS", "DEPOSIT"], "received": ["OWNER"],
                         "waste": "袋装清运", "facade": "不改变外立面", "fee": 0, "breach": "限期整改", "deposit": "YJ-1"}
                        """, "desk1", "desk2", "lead")
                .at("2026-12-07T10:00")
                .race("patrol", """
                        {"outcome": "VIOLATION", "phase": "DEMOLITION", "points": ["BEARING"], "violation": "BEARING_STRUCTURE",
                         "spot": "STOPPED", "remark": "承重墙凿开", "photo": "照片 3"}
                        """, "plumber1", "plumber2", "lead")
                .race("deliverNotice", "{\"receiver\": \"CONTRACTOR\", \"proof\": \"SIGNED\"}", "plumber1", "plumber2")
                .at("2026-12-08T10:30")
                .race("reinspect", "{\"finding\": \"NOT_RECTIFIED\", \"remark\": \"洞口没有恢复\"}", "plumber1", "lead")
                .race(
                        "reportViolation",
                        "{\"receipt1\": \"业委会收 12 号\", \"receipt2\": \"住建 2026-88\"}",
                        "supervisor",
                        "supervisor")
                .then((desk, number) ->
                        desk.did("supervisor", number, "certificate/revocation", "{\"reason\": \"拒不整改\"}"))
                .race("checkStop", "{\"finding\": \"STOPPED\", \"remark\": \"已经清场\"}", "plumber1", "plumber2", "lead")
                .then((desk, number) ->
                        desk.jdbc.update("UPDATE violation SET result = 'RECTIFIED' WHERE ticket = ?", number))
                .then((desk, number) -> desk.did("desk1", number, "completion", "{}"))
                .race(
                        "inspectCompletion",
                        "{\"result\": \"PASSED\", \"papersIn\": true}",
                        "lead",
                        "supervisor",
                        "plumber1")
                .race("returnDeposit", "{\"receipt\": \"TK-0031\"}", "desk1", "desk2")
                .race("closeFile", "{\"shelf\": \"2026-装-018\"}", "desk1", "desk2");
    }

    private RaceStory at(String moment) {
        return then((desk, number) -> desk.itIs(moment));
    }

    private RaceStory then(BiConsumer<StoryDesk, String> otherwise) {
        moves.add(new Move(null, null, null, otherwise));
        return this;
    }

    private RaceStory race(String step, String inputs, String... people) {
        moves.add(new Move(step, inputs, List.of(people), null));
        return this;
    }

    String begins() {
        return begins;
    }

    String request() {
        return request;
    }

    List<Move> moves() {
        return moves;
    }

    Set<String> steps() {
        return moves.stream().map(Move::step).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
