package org.shouwen.goodsrelease.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.shouwen.goodsrelease.GoodsArchive;
import org.shouwen.goodsrelease.SlipPaper;
import org.shouwen.paper.PdfAnswer;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Slips on paper, and the month's list for other programs. */
@Allowed
@RestController
@Tag(name = "goods")
class GoodsController {

    private final SlipPaper paper;
    private final GoodsArchive archive;

    GoodsController(SlipPaper paper, GoodsArchive archive) {
        this.paper = paper;
        this.archive = archive;
    }

    @GetMapping({"/api/tickets/{number}/slip/paper", "/desk/tickets/{number}/slip/paper"})
    @Operation(summary = "The slip (放行条) as PDF, with what has passed")
    ResponseEntity<byte[]> slip(@PathVariable String number) {
        return PdfAnswer.of(number, paper.pdf(number));
    }

    record ListView(String month, List<GoodsArchive.Week> weeks) {}

    @GetMapping("/api/goods-releases")
    @Operation(summary = "The slips issued in a month at the caller's sites, week by week")
    ListView month(@RequestParam(required = false) String month, Caller caller) {
        GoodsArchive.Month shown = archive.of(month, caller);
        return new ListView(shown.month().toString(), shown.weeks());
    }
}
