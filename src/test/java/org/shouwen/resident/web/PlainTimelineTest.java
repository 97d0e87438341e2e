package org.shouwen.resident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.ticket.TimelineEvents;

/** What staff write to each other stays with them. */
class PlainTimelineTest {

    private static final Instant AT = Instant.parse("2026-11-23T01:00:00Z");
    private static final TimelineEvents EVENTS = new TimelineEvents();

    private static List<String> read(TimelineEntry... entries) {
        return PlainTimeline.of(List.of(entries), at -> "9:00").stream()
                .map(PlainTimeline.Line::text)
                .toList();
    }

    private static TimelineEntry entry(String actor, String event, String text) {
        return new TimelineEntry(AT, actor, EVENTS.get(event), text, null, Map.of());
    }

    @Test
    void newestFirstInOurWords() {
        assertThat(read(
                        entry("desk1", "registered", "受理电话：1-1-101，水管"),
                        entry("desk1", "dispatched", "派给赵强"),
                        entry("resident", "urged", "业主第 1 次催单")))
                .containsExactly("您催办了一次", "已安排办理人员", "我们已受理");
    }

    @Test
    void anUrgingOfSomebodyElseIsNotTheResidents() {
        assertThat(read(
                        entry("desk1", "urged", "业主第 1 次催单"),
                        entry("lead", "pressed", "内部催办，不是业主催的"),
                        entry("desk1", "follower-urged", "随事件办理的 BX-26-000002（1 号楼）催单")))
                .containsExactly("您催办了一次");
    }

    @Test
    void noNamesNoNotesNoQuarrels() {
        assertThat(read(
                        entry("desk1", "noted", "王芳留言：这户人难缠"),
                        entry("plumber1", "returned", "赵强退回：不归我"),
                        entry("lead", "settled", "班长裁定由赵强办理：轮到他"),
                        entry("system", "escalated", "签收超时：报主管"),
                        entry("desk1", "attached", "上传照片 1 张：邻居家"),
                        entry("lead", "some-event-of-a-new-kind", "内部的话")))
                .containsExactly("已确定办理人员");
    }

    @Test
    void whoTookItBack() {
        assertThat(read(entry("resident", "withdrawn", "业主撤回：修好了"))).containsExactly("您撤回了");
        assertThat(read(entry("desk1", "withdrawn", "业主撤回：修好了"))).containsExactly("不再办理");
    }
}
