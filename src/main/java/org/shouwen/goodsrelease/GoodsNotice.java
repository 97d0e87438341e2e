package org.shouwen.goodsrelease;

import java.util.HashMap;
import java.util.Map;
import org.shouwen.gate.Goods;
import org.shouwen.goodsrelease.GoodsRelease.Slip;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What only a release of goods knows and the wording of its notices needs. */
@Component
class GoodsNotice implements NoticeFacts {

    private final GoodsReleases releases;
    private final Moments moments;

    GoodsNotice(GoodsReleases releases, Moments moments) {
        this.releases = releases;
        this.moments = moments;
    }

    @Override
    public Map<String, Object> of(Ticket ticket) {
        if (!ticket.kind().equals(GoodsKind.KIND)) {
            return Map.of();
        }
        var release = new LookUp<>(() -> releases.find(ticket.number()));
        Map<String, Object> facts = new HashMap<>();
        facts.put("goodsList", release.fact(GoodsRelease::list));
        facts.put(
                "applicant",
                release.fact(found -> found.application().applicant().label()));
        facts.put("consentInWriting", release.fact(GoodsRelease::needsWriting));
        facts.put("slipUntil", release.fact(found -> found.slip()
                .map(slip -> moments.limit(slip.until()))
                .orElse(null)));
        facts.put("passedOfListed", release.fact(GoodsRelease::passedOfListed));
        facts.put("goodsLeft", release.fact(found -> Goods.left(found.goods())));
        facts.put(
                "slipStopped",
                release.fact(found -> found.slip().map(Slip::stopped).orElse(null)));
        facts.put("ownerSaid", release.fact(found -> found.consent()
                .map(GoodsRelease.Consent::gist)
                .orElse(null)));
        facts.put("refusal", release.fact(GoodsRelease::refusal));
        return facts;
    }
}
