package org.shouwen.onetimenotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.credential.Credentials;
import org.shouwen.estate.Estate;
import org.shouwen.onetimenotice.OneTimeNotice.Settled;
import org.shouwen.onetimenotice.OneTimeNotice.Told;
import org.shouwen.paper.Paper;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;

/** What stands on the notice: as it was told, whatever came in since. */
class OneTimeNoticePaperTest {

    private static final Instant TOLD = Instant.parse("2026-02-06T02:00:00Z");
    private static final Instant LATER = TOLD.plus(Duration.ofDays(3));
    private static final Section NOW = new Section("NOW", "办理登记前须齐备");
    private static final Section START = new Section("BEFORE_START", "开工前须办好");

    private final Credentials credentials = mock(Credentials.class);
    private final Roster roster = mock(Roster.class);
    private final Estate estate = mock(Estate.class);
    private final RequirementList list = mock(RequirementList.class);
    private final OneTimeNoticePaper paper = new OneTimeNoticePaper(
            mock(OneTimeNotices.class),
            credentials,
            List.of(list),
            roster,
            estate,
            mock(Privacy.class),
            new Moments(Clock.fixed(TOLD, ZoneId.of("Asia/Shanghai")), ZoneId.of("Asia/Shanghai")));

    @BeforeEach
    void house() {
        when(list.kind()).thenReturn("OTHER");
        when(credentials.token(anyString(), anyString(), anyInt()))
                .thenAnswer(asked -> asked.getArgument(0) + "/" + asked.getArgument(1));
        when(credentials.link(anyString())).thenAnswer(asked -> "link:" + asked.getArgument(0));
        when(credentials.qr(anyString()))
                .thenAnswer(asked -> asked.<String>getArgument(0).getBytes());
        when(credentials.code(any())).thenCallRealMethod();
        when(roster.nameOf(anyString())).thenAnswer(asked -> "名" + asked.getArgument(0));
        when(estate.siteName("east")).thenReturn("首问花园东苑");
    }

    private static Ticket ticket() {
        Intake intake = new Intake(
                "RENOVATION",
                "RENOVATION_HOME",
                "1-1-101",
                null,
                new Reporter("张三", "13812345678", null),
                Channel.WALK_IN,
                "装修",
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null);
        return Ticket.register(
                new Facts(
                        "ZS-26-000001",
                        intake,
                        "住宅装修",
                        Area.HOME,
                        "east",
                        "1-1-101",
                        Priority.P2,
                        false,
                        "",
                        "desk1",
                        "desk-east",
                        TOLD),
                List.of());
    }

    private static Told item(int position, Section section, String code, Instant settled, boolean later) {
        return new Told(
                position,
                new Item(code, section, "事项" + code, "办法第十四条"),
                Optional.ofNullable(settled).map(at -> new Settled(at, "desk1")),
                later);
    }

    private static OneTimeNotice notice(Told... items) {
        return new OneTimeNotice("GZ-26-000001", "ZS-26-000001", TOLD, "desk1", Optional.empty(), List.of(items));
    }

    private static List<List<String>> rows(Paper printed, int table) {
        return printed.parts().stream()
                .filter(Paper.Table.class::isInstance)
                .map(part -> ((Paper.Table) part).rows())
                .toList()
                .get(table);
    }

    @Test
    void everyItemStandsInItsSectionWithWhatWasReceivedByThen() {
        Paper printed = paper.paper(
                ticket(),
                notice(
                        item(1, NOW, "A", TOLD, false),
                        item(2, NOW, "B", LATER, false),
                        item(3, NOW, "C", null, false),
                        item(4, START, "D", null, false)),
                List.of(),
                UnaryOperator.identity());
        assertThat(printed.title()).isEqualTo("一次性告知书");
        assertThat(printed.number()).isEqualTo("GZ-26-000001");
        assertThat(printed.parts().toString()).contains("张三：", "共 4 项", "还需要补 3 项", "一、办理登记前须齐备", "二、开工前须办好");
        assertThat(rows(printed, 0))
                .containsExactly(
                        List.of("1", "事项A", "办法第十四条", "已收到"),
                        List.of("2", "事项B", "办法第十四条", "待补"),
                        List.of("3", "事项C", "办法第十四条", "待补"));
        assertThat(rows(printed, 1)).containsExactly(List.of("4", "事项D", "办法第十四条", "待补"));
    }

    @Test
    void whatWasAskedForLaterStandsApartWithItsReason() {
        Told late = item(2, NOW, "X", null, true);
        Breach breach = new Breach("GZ-26-000001", "ZS-26-000001", "east", late.item(), "图纸改过", "supervisor", LATER);
        Paper printed = paper.paper(
                ticket(), notice(item(1, NOW, "A", TOLD, false), late), List.of(breach), UnaryOperator.identity());
        assertThat(printed.parts().toString()).contains("共 1 项", "全部已经收到或者具备", "告知书以外增加的要求");
        assertThat(rows(printed, 0)).hasSize(1);
        assertThat(rows(printed, 1)).containsExactly(List.of("2026年2月9日", "事项X（依据：办法第十四条）", "图纸改过", "名supervisor"));
    }

    @Test
    void untilWhenItWaitsIsSaid() {
        OneTimeNotice notice = notice(item(1, NOW, "A", null, false));
        assertThat(paper.paper(ticket(), notice, List.of(), UnaryOperator.identity())
                        .parts()
                        .toString())
                .contains("请一次备齐")
                .doesNotContain("逾期");
        when(list.kind()).thenReturn("RENOVATION");
        when(list.supplyBy(any())).thenReturn(Optional.of(LATER));
        assertThat(paper.paper(ticket(), notice, List.of(), UnaryOperator.identity())
                        .parts()
                        .toString())
                .contains("请在2026年2月9日 10:00前一次备齐", "逾期没有补齐的，本次申请终止");
    }

    @Test
    void theCodeIsThatOfTheNotice() {
        Paper printed =
                paper.paper(ticket(), notice(item(1, NOW, "A", TOLD, false)), List.of(), UnaryOperator.identity());
        assertThat(printed.parts())
                .filteredOn(Paper.Picture.class::isInstance)
                .extracting(part -> new String(((Paper.Picture) part).png()))
                .containsExactly("link:NOTICE/GZ-26-000001");
    }
}
