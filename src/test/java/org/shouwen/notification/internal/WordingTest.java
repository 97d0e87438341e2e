package org.shouwen.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.Ticket;

class WordingTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/notification");
    private static final Path MODELS = Path.of("bpmn");

    private final Wording wording = new Wording(Wording::load);

    static List<String> stems() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyTemplateIsUsedByADiagramOrAUseCaseAndEveryMessageHasATemplate() throws IOException {
        Pattern message = Pattern.compile("name=\"message\">([^<]+)<");
        Set<String> used;
        try (Stream<Path> models = Files.list(MODELS)) {
            used = models.filter(file -> file.toString().endsWith(".bpmn"))
                    .flatMap(file -> message.matcher(read(file)).results())
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        String code;
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            code = sources.filter(Files::isRegularFile).map(WordingTest::read).collect(Collectors.joining());
        }

        assertThat(stems()).containsAll(used);
        assertThat(stems()).allMatch(stem -> used.contains(stem) || code.contains("\"" + stem + "\""));
    }

    @ParameterizedTest
    @MethodSource("stems")
    void rendersWithAllFacts(String stem) {
        Text text = wording.render(stem, allFacts(worked("厨房水管接头滴水")));

        assertReads(text);
        // What is told to staff alone concerns no ticket
        assertThat(stem.endsWith(".to-staff") || text.subject().contains(Neighbours.NUMBER))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("stems")
    void rendersWithNextToNothingKnown(String stem) {
        Ticket bare = Neighbours.bareTicket();

        assertReads(wording.render(
                stem, Neighbours.factSheet(new Neighbours.Desk(bare)).of(bare, Map.of())));
    }

    /** Nothing of the template language is left, and no fact is missing in the middle of a sentence. */
    private static void assertReads(Text text) {
        assertThat(text.subject()).isNotBlank().doesNotContain("\n").doesNotContain("[", "${", "null");
        assertThat(text.body()).isNotBlank().doesNotContain("[(", "[#", "[/", "${", "null");
        assertThat(text.body()).doesNotContainPattern("\n\n\n").doesNotContainPattern("：（|，。|（）");
    }

    @Test
    void oneTimeNoticeSaysEverything() {
        Text text = wording.render("requirements.to-resident", allFacts(worked("厨房水管接头滴水")));

        assertThat(text.subject()).isEqualTo("【一次性告知】您的报修 BX-26-000042 已受理");
        assertThat(text.body()).isEqualTo("""
                王芳，您好：

                您反映的问题我们已于10月7日（周三）09:30受理。按照一次性告知制，现将有关事项一次告知您，请您留存。

                一、您反映的问题
                受理编号：BX-26-000042
                地点：1 号楼 1 单元 101
                类别：水管漏水
                紧急程度：一般
                您的描述：厨房水管接头滴水
                约定上门时间：10月7日（周三）14:30 至 16:30

                二、谁对您负责到底
                首问责任人：李娜，电话 0531-88886666
                无论由谁上门、转给哪个部门，都由首问责任人跟到办结，您只需找这一个人。

                三、我们承诺的时间
                · 落实经办人员：10月7日（周三）10:30 前（依据：服务合同第 12 条）
                · 到场查看：10月7日（周三）11:30 前（依据：服务标准 4.2）
                · 办结：10月9日（周五）09:30 前

                四、需要您准备和配合的事项
                以下是全部事项，共 2 项：
                1. 家中留成年人
                2. 清空水槽下的柜子

                五、费用和建议
                本次维修属于有偿服务。维修工会在动手前报价，经您同意后才会维修。
                建议先关闭水槽下的角阀

                东区物业服务中心
                （本通知由系统发出，请勿直接回复；有事请联系首问责任人。）""");
    }

    @Test
    void aNumberedNoticeNamesItsItemsBySectionAndPromisesNotToAskForMore() {
        Map<String, Object> facts = Neighbours.factSheet(
                        new Neighbours.Desk(Neighbours.bareTicket()),
                        any -> Map.of(
                                "requirements",
                                List.of("装饰装修方案", "签订装修管理服务协议"),
                                "noticeNumber",
                                "GZ-26-000001",
                                "supplementBy",
                                "12月7日（周一）24:00",
                                "noticeLines",
                                List.of("【审核前须交齐】", "1. 装饰装修方案", "【开工前须办妥】", "2. 签订装修管理服务协议")))
                .of(Neighbours.bareTicket(), Map.of());

        Text text = wording.render("requirements.to-resident", facts);

        assertReads(text);
        assertThat(text.body()).contains("一、您申报的事项\n").endsWith("""
                四、需要您准备和配合的事项
                一次性告知书编号：GZ-26-000001，以下是全部事项：
                【审核前须交齐】
                1. 装饰装修方案
                【开工前须办妥】
                2. 签订装修管理服务协议
                请一次补齐，最迟到 12月7日（周一）24:00；到期没有补齐的，申报终止，材料备齐后可以重新申报。
                没有写在这份告知书上的，我们不再要求您补。

                东区物业服务中心
                （本通知由系统发出，请勿直接回复；有事请联系首问责任人。）""");
    }

    @Test
    void oneTimeNoticeWithoutRequirementsSaysSo() {
        Ticket bare = Neighbours.bareTicket();
        Text text = wording.render(
                "requirements.to-resident",
                Neighbours.factSheet(new Neighbours.Desk(bare)).of(bare, Map.of()));

        assertThat(text.body())
                .contains("没有需要您另外准备的材料，请保持电话畅通。")
                .contains("由首问责任人与您约定。")
                .contains("如果涉及收费，维修工会在动手前报价")
                .doesNotContain("以下是全部事项");
    }

    @Test
    void aFactIsToldWhateverItSaysAndABlankOneIsNone() {
        Ticket ticket = worked("滴水");
        // Thymeleaf takes the text "no" for false
        Text no = wording.render("work-reported.to-resident", factsWith(ticket, Map.of("report", "no")));
        Text blank = wording.render("work-reported.to-resident", factsWith(ticket, Map.of("report", " ")));

        assertThat(no.body()).contains("维修结果：no");
        assertThat(blank.body()).doesNotContain("维修结果：\n").contains("报告维修结果：换角阀");
    }

    @Test
    void whatGoesOnUnderAnotherNumberIsNotToldAsTakenBack() {
        Ticket ticket = worked("滴水");
        ticket.withdraw("业主撤回：自己修好了", "desk1", Instant.parse("2026-11-24T01:00:00Z"));
        Text converted = wording.render(
                "withdrawn.to-resident", factsWith(ticket, Map.of("lastConverted", "转为投诉 TS-26-000007")));
        Text withdrawn = wording.render("withdrawn.to-resident", factsWith(ticket, Map.of()));

        assertThat(converted.subject()).isEqualTo("您的报修 BX-26-000042 已转为另一类工单");
        assertThat(converted.body()).contains("您不用再报一次。\n\n转为投诉 TS-26-000007\n").doesNotContain("撤回");
        assertThat(withdrawn.subject()).isEqualTo("您的报修 BX-26-000042 已按您的要求撤回");
        assertThat(withdrawn.body()).contains("\n原因：自己修好了\n").doesNotContain("另一类工单");
    }

    private static Map<String, Object> factsWith(Ticket ticket, Map<String, Object> feature) {
        return Neighbours.factSheet(new Neighbours.Desk(ticket), any -> feature).of(ticket, Map.of());
    }

    @Test
    void residentIsAskedToJudgeTheWork() {
        Text text = wording.render("work-reported.to-resident", allFacts(worked("滴水")));

        assertThat(text.subject()).isEqualTo("您的报修 BX-26-000042 已修好，请您验收");
        assertThat(text.body()).contains("""
                维修工：赵强，电话 13900000001
                维修结果：更换角阀一只
                本次维修收费 120 元，在您维修前同意的报价以内。
                """);
    }

    /** Paid work that nobody quoted cost nothing. */
    @Test
    void nobodyIsSentToAPriceThatWasNeverTold() {
        Text text = wording.render(
                "work-reported.to-resident", factsWith(worked("滴水"), Map.of("paid", true, "report", "紧了一下螺母")));

        assertThat(text.body()).contains("本次维修不向您收费。").doesNotContain("报价");
    }

    @Test
    void handlerLearnsWhyTheWorkCameBack() {
        Text text = wording.render("rework.to-handler", allFacts(worked("滴水")));

        assertThat(text.subject()).isEqualTo("【返工】报修 BX-26-000042 验收不合格，请返工");
        assertThat(text.body()).contains("验收不合格，返工：还在滴").contains("最迟办结：10月9日（周五）09:30");
    }

    @Test
    void whoIsCalledLearnsHisPlaceInTheOrder() {
        Map<String, Object> facts = allFacts(worked("滴水"));
        facts.put("order", 2);

        assertThat(wording.render("urgent.to-person", facts).body()).contains("您是第 2 位值班人。\n请马上应答");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${7*7}",
                "[[${7*7}]]",
                "[(${7*7})]",
                "__${7*7}__",
                "{{7*7}}",
                "#{7*7}",
                "*{7*7}",
                "%{7*7}",
                "<#assign x=7*7>",
                "[# th:text=\"${7*7}\"/]",
                "${T(java.lang.Runtime).getRuntime()}",
                "{{constructor.constructor('alert(1)')()}}"
            })
    void whatPeopleWroteComesBackLiterally(String written) throws IOException {
        Ticket ticket = Neighbours.ticket(new Reporter("姓名" + written, "电话" + written, null), "描述" + written, null);
        ticket.dispatchTo("zhao.qiang" + written, "维修工" + written, "li.na", Neighbours.OPENED);
        ticket.accept("zhao.qiang" + written, "维修工" + written, Neighbours.OPENED);
        ticket.arrive("查看" + written, "x", Neighbours.OPENED);
        ticket.reportDone("结果" + written, "x", Neighbours.OPENED);
        ticket.rework("返工" + written, "x", Neighbours.OPENED);
        ticket.withdraw("业主撤回：撤回" + written, "x", Neighbours.OPENED);
        Map<String, Object> facts = Neighbours.factSheet(
                        new Neighbours.Desk(ticket),
                        any -> Map.of(
                                "requirements",
                                List.of("要求" + written),
                                "advice",
                                "建议" + written,
                                "report",
                                "报告" + written))
                .of(ticket, Map.of());
        facts.put("handOver", "替代" + written);

        String everything = "";
        for (String stem : stems()) {
            Text text = wording.render(stem, facts);
            everything += text.subject() + "\n" + text.body();
        }

        assertThat(everything)
                .contains(
                        "姓名" + written,
                        "电话" + written,
                        "描述" + written,
                        "zhao.qiang" + written,
                        "返工：返工" + written,
                        "撤回：撤回" + written,
                        "要求" + written,
                        "建议" + written,
                        "报告" + written,
                        "替代" + written);
        assertThat(everything).doesNotContainPattern("(姓名|描述|要求|建议|报告|返工|撤回|替代|电话)\\D{0,4}49");
    }

    @Test
    void noLineBreakReachesASubject() {
        Ticket ticket = Neighbours.ticket(null);
        Map<String, Object> facts =
                Neighbours.factSheet(new Neighbours.Desk(ticket)).of(ticket, Map.of());
        facts.put("handler", "赵\r\nBcc: all@example.org\u2028强");

        assertThat(wording.render("accepted.to-resident", facts).subject())
                .isEqualTo("您的报修 BX-26-000042 已安排经办人：赵 Bcc: all@example.org 强");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../application",
                "a/b",
                "unknown.to-resident",
                "unknown-resident",
                "closed.to-nobody",
                "",
                "${x}"
            })
    void anUnknownStemIsABug(String stem) {
        assertThatThrownBy(() -> wording.render(stem, Map.of())).isInstanceOf(IllegalStateException.class);
    }

    private static Ticket worked(String description) {
        Ticket ticket = Neighbours.ticket(
                new Reporter("王芳", "13812345678", null),
                description,
                new Slot(Neighbours.OPENED.plusSeconds(18000), Neighbours.OPENED.plusSeconds(25200)));
        ticket.settleOn("zhao.qiang", "赵强", "他最近", "li.na", Neighbours.OPENED);
        ticket.arrive("角阀坏", "zhao.qiang", Neighbours.OPENED);
        ticket.reportDone("换角阀", "zhao.qiang", Neighbours.OPENED);
        ticket.rework("还在滴", "li.na", Neighbours.OPENED);
        ticket.urge("li.na", Neighbours.OPENED);
        return ticket;
    }

    private static Map<String, Object> allFacts(Ticket ticket) {
        Map<String, Object> facts = Neighbours.factSheet(
                        new Neighbours.Desk(ticket),
                        any -> Map.of("requirements", List.of("家中留成年人", "清空水槽下的柜子"), "advice", "建议先关闭水槽下的角阀"),
                        any -> Map.of("paid", true, "charged", "120", "report", "更换角阀一只"))
                .of(ticket, Map.of());
        facts.put("order", 1);
        facts.put("handOver", "由钱勇代赵强办理：到场查看");
        facts.putAll(Map.of("post", "东区水工", "outgoing", "赵强", "incoming", "钱勇", "missing", "接班人没有签字"));
        return facts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
