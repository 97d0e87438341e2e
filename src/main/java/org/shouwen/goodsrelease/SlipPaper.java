package org.shouwen.goodsrelease;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwen.credential.Credentials;
import org.shouwen.gate.Goods;
import org.shouwen.goodsrelease.GoodsRelease.Slip;
import org.shouwen.paper.Paper;
import org.shouwen.paper.TicketPaper;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** The slip (放行条) on paper, drawn anew each time: what is on it and what has passed. */
@Component
class SlipPaper implements TicketPaper {

    private static final int CODE_SIDE = 34;

    private final GoodsDesk desk;
    private final Credentials credentials;
    private final Moments moments;

    SlipPaper(GoodsDesk desk, Credentials credentials, Moments moments) {
        this.desk = desk;
        this.credentials = credentials;
        this.moments = moments;
    }

    @Override
    public String path() {
        return "slip";
    }

    @Override
    public boolean isForResident() {
        return true;
    }

    @Override
    public Sheet draw(Ticket ticket, String which, Optional<Caller> reader) {
        String number = ticket.number();
        Credentials.Reference reference = new Credentials.Reference(SlipGate.KIND, number, 1);
        GoodsRelease release = desk.get(number);
        Slip slip = release.slip().orElseThrow(() -> Refusal.notFound("slip-not-found", "工单 " + number + " 还没有开出放行条"));
        Paper paper = new Paper(
                "物品放行条",
                number,
                List.of(
                        new Paper.Corner(new Paper.Picture(credentials.code(reference), CODE_SIDE, "")),
                        new Paper.Fields(List.of(
                                new Paper.Field("地点", ticket.facts().location()),
                                new Paper.Field(
                                        "申请人", release.application().applicant().label()),
                                new Paper.Field("开出", moments.onPaper(slip.issuedAt())),
                                new Paper.Field("有效到", moments.limitOnPaper(slip.until())),
                                new Paper.Field(
                                        "状态",
                                        desk.holds(release, moments.now())
                                                .state()
                                                .label()),
                                new Paper.Field("门岗", "扫右上角的二维码点数放行，可以分几次，放完为止；清单以外的物品不放行。"))),
                        new Paper.Table(List.of("序号", "物品", "数量", "已放行"), List.of(1, 6, 2, 2), rows(release)),
                        new Paper.Signers(List.of("申请人（签字）", "门岗（签字）"))));
        return new Sheet(reference, paper);
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
