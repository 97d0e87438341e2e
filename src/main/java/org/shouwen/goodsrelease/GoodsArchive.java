package org.shouwen.goodsrelease;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shouwen.goodsrelease.GoodsRelease.Slip;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What left the estate: kept week by week (archived when the week is over and every slip of it has ended), listed by the month. */
@Component
public class GoodsArchive {

    private final GoodsReleases releases;
    private final Tickets tickets;
    private final Moments moments;

    GoodsArchive(GoodsReleases releases, Tickets tickets, Moments moments) {
        this.releases = releases;
        this.tickets = tickets;
        this.moments = moments;
    }

    /**
     * A slip in the list.
     *
     * @param goods 纸箱 5 件、冰箱 1 件
     * @param passed how many pieces of how many: 5/6
     * @param state 放完, 到期, 已停用, 放行中, 已撤回
     */
    public record Row(
            String number,
            String issued,
            String where,
            String who,
            String goods,
            String passed,
            String until,
            String state) {}

    /** @param archived whether the week is over and nothing of it is open any more */
    public record Week(LocalDate monday, boolean archived, List<Row> rows) {}

    /** @return the weeks in which slips were issued in that month, at the sites that the reader reads; oldest first */
    public List<Week> of(YearMonth month, Caller reader) {
        List<GoodsRelease> issued = releases.issued(moments.start(month), moments.start(month.plusMonths(1)));
        Map<String, Ticket> seen = tickets.all(
                tickets.visible(issued.stream().map(GoodsRelease::number).toList(), reader));
        Map<LocalDate, List<GoodsRelease>> weeks = issued.stream()
                .filter(release -> seen.containsKey(release.number()))
                .collect(Collectors.groupingBy(
                        release ->
                                monday(moments.date(release.slip().orElseThrow().issuedAt())),
                        TreeMap::new,
                        Collectors.toList()));
        return weeks.entrySet().stream()
                .map(week -> week(week.getKey(), week.getValue(), seen, reader))
                .toList();
    }

    private Week week(LocalDate monday, List<GoodsRelease> slips, Map<String, Ticket> seen, Caller reader) {
        boolean over = monday.plusWeeks(1).isBefore(moments.date(reader.at()).plusDays(1));
        boolean ended = slips.stream()
                .allMatch(release -> release.slip().orElseThrow().endedAt() != null
                        || seen.get(release.number()).status().isFinal());
        return new Week(
                monday,
                over && ended,
                slips.stream()
                        .map(release -> row(release, seen.get(release.number())))
                        .toList());
    }

    private Row row(GoodsRelease release, Ticket ticket) {
        Slip slip = release.slip().orElseThrow();
        return new Row(
                release.number(),
                moments.text(slip.issuedAt()),
                ticket.facts().location(),
                release.application().applicant().label(),
                String.join("、", release.list()),
                release.passedOfListed(),
                moments.limit(slip.until()),
                state(release, slip, ticket));
    }

    private static String state(GoodsRelease release, Slip slip, Ticket ticket) {
        if (release.isPassed()) {
            return "放完";
        }
        return slip.stopped() != null
                ? "已停用"
                : slip.endedAt() != null ? "到期" : ticket.status().isFinal() ? "已撤回" : "放行中";
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
