package org.shouwen.goodsrelease;

import java.util.ArrayList;
import java.util.List;
import org.shouwen.credential.Credentials;
import org.shouwen.gate.Goods;
import org.shouwen.goodsrelease.GoodsRelease.Slip;
import org.shouwen.paper.Paper;
import org.shouwen.paper.PaperPress;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** The slip (放行条) on paper, drawn anew each time: what is on it and what has passed. */
@Component
public class SlipPaper {

    private static final int CODE_SIDE = 34;

    private final GoodsReleases releases;
    private final Tickets tickets;
    private final PaperPress press;
    private final Credentials credentials;
    private final Moments moments;

    SlipPaper(GoodsReleases releases, Tickets tickets, PaperPress press, Credentials credentials, Moments moments) {
        this.releases = releases;
        this.tickets = tickets;
        this.press = press;
        this.credentials = credentials;
        this.moments = moments;
    }

    /** @throws Refusal not found, where no slip was issued */
    public byte[] pdf(String number) {
        GoodsRelease release = releases.get(number);
        Slip slip = release.slip().orElseThrow(() -> Refusal.notFound("slip-not-found", "工单 " + number + " 还没有开出放行条"));
        Ticket ticket = tickets.get(number);
        return press.pdf(new Paper(
                "物品放行条",
                number,
                List.of(
                        new Paper.Corner(new Paper.Picture(credentials.code(new Credentials.Reference(SlipGate.KIND, number, 1)), CODE_SIDE, "")),
                        new Paper.Fields(List.of(
                                new Paper.Field("地点", ticket.facts().location()),
                                new Paper.Field(
                                        "申请人", release.application().applicant().label()),
                                new Paper.Field("开出", moments.text(slip.issuedAt())),
                                new Paper.Field("有效到", moments.text(slip.until().minusSeconds(60))),
                                new Paper.Field("门岗", "扫右上角的二维码点数放行，可以分几次，放完为止；清单以外的物品不放行。"))),
                        new Paper.Table(List.of("序号", "物品", "数量", "已放行"), List.of(1, 6, 2, 2), rows(release)),
                        new Paper.Signers(List.of("申请人（签字）", "门岗（签字）")))));
    }

    private static List<List<String>> rows(GoodsRelease release) {
        List<List<String>> rows = new ArrayList<>();
        for (Goods line : release.goods()) {
            rows.add(List.of(
                    String.valueOf(line.line()),
                    line.what(),
                    String.valueOf(line.listed()),
                    line.left() == line.listed() ? "" : String.valueOf(line.listed() - line.left())));
        }
        return rows;
    }
}
