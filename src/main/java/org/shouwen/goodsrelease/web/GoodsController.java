package org.shouwen.goodsrelease.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.List;
import org.shouwen.goodsrelease.GoodsArchive;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.wording.Moments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The month's slips for other programs. */
@Allowed
@RestController
@Tag(name = "goods")
class GoodsController {

    private final GoodsArchive archive;
    private final Moments moments;

    GoodsController(GoodsArchive archive, Moments moments) {
        this.archive = archive;
        this.moments = moments;
    }

    record ListView(String month, List<GoodsArchive.Week> weeks) {}

    @GetMapping("/api/goods-releases")
    @Operation(summary = "The slips issued in a month at the caller's sites, week by week")
    ListView month(@RequestParam(required = false) String month, Caller caller) {
        YearMonth shown = Written.month(month, moments.month(caller.at()));
        return new ListView(shown.toString(), archive.of(shown, caller));
    }
}
