package org.shouwen.goodsrelease.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.shouwen.goodsrelease.GoodsArchive;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The month's slips for other programs. */
@Allowed
@RestController
@Tag(name = "goods")
class GoodsController {

    private final GoodsArchive archive;

    GoodsController(GoodsArchive archive) {
        this.archive = archive;
    }

    record ListView(String month, List<GoodsArchive.Week> weeks) {}

    @GetMapping("/api/goods-releases")
    @Operation(summary = "The slips issued in a month at the caller's sites, week by week")
    ListView month(@RequestParam(required = false) String month, Caller caller) {
        GoodsArchive.Month shown = archive.of(month, caller);
        return new ListView(shown.month().toString(), shown.weeks());
    }
}
