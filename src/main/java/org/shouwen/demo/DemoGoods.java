package org.shouwen.demo;

import static org.shouwen.demo.DemoStory.step;

import java.util.List;
import java.util.Map;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Details;

/** Goods that are to leave: waiting for the owner's word, with a slip for the gate, refused with what is missing. */
final class DemoGoods {

    private DemoGoods() {}

    static List<DemoStory> all() {
        return List.of(
                story("2-2-503", "GOODS_MOVING", "租约到期，今天搬走", 35, "LEAVING_TENANT", "IDENTITY", "纸箱 12\n冰箱 1\n洗衣机 1"),
                story(
                        "1-2-605",
                        "GOODS_FURNITURE",
                        "旧沙发送亲戚",
                        50,
                        "OWNER",
                        "IDENTITY",
                        "沙发 2\n茶几 1",
                        step("desk1", "decideRelease", 12, Map.of("decision", "RELEASED"))),
                story(
                        "3-2-301",
                        "GOODS_TOOLS",
                        "电锤拿去别的工地用",
                        3 * 60,
                        "CONTRACTOR",
                        "NONE",
                        "电锤 1\n切割机 1",
                        step(
                                "desk2",
                                "decideRelease",
                                15,
                                Map.of("decision", "REFUSED", "ground", "MISSING", "reason", "没有带施工登记证，施工负责人不在场"))));
    }

    private static DemoStory story(
            String home,
            String category,
            String words,
            int minutesAgo,
            String applicant,
            String proof,
            String goods,
            DemoStory.Step... steps) {
        Details details = new Details(Map.of("applicant", applicant, "proof", proof, "goods", goods));
        return DemoStory.of(
                GoodsDesk.KIND, category, home, Channel.WALK_IN, words, details, minutesAgo, "desk1", List.of(steps));
    }
}
