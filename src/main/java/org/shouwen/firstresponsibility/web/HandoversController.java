package org.shouwen.firstresponsibility.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.shouwen.firstresponsibility.Handover;
import org.shouwen.firstresponsibility.HandoverDesk;
import org.shouwen.firstresponsibility.Handovers;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.wording.Moments;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 交班记录 over HTTP. */
@Allowed
@RestController
@RequestMapping("/api/handovers")
@Tag(name = "handovers")
class HandoversController {

    private final HandoverDesk desk;
    private final Handovers handovers;
    private final Moments moments;
    private final Roster roster;

    HandoversController(HandoverDesk desk, Handovers handovers, Moments moments, Roster roster) {
        this.roster = roster;
        this.desk = desk;
        this.handovers = handovers;
        this.moments = moments;
    }

    /** The caller goes; {@code incoming} comes. */
    record HandoverRequest(String post, String incoming, String shiftEnd, String keys, String cash, String cautions) {}

    record HandoverView(
            long id,
            String post,
            String outgoing,
            String incoming,
            Instant shiftEnd,
            String matters,
            String keys,
            String cash,
            String cautions,
            Instant outgoingSignedAt,
            Instant incomingSignedAt) {}

    record HandoversView(List<HandoverView> items) {}

    @GetMapping
    @Operation(summary = "The latest hand-overs of the caller's sites, newest first")
    HandoversView list(Caller caller) {
        return new HandoversView(
                handovers.latest(caller).stream().map(this::view).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes the record of a hand-over; the caller's open matters are in it already")
    HandoverView prepare(@RequestBody HandoverRequest request, Caller caller) {
        long id = desk.prepare(
                Written.text(request.post(), "post", "岗位", 40),
                roster.spelled(Written.text(request.incoming(), "incoming", "接班人", 40)),
                Written.moment(request.shiftEnd(), "shiftEnd", "交班时间", moments.zone()),
                new HandoverDesk.Words(
                        Written.optional(request.keys(), "keys", "钥匙和工具", 1000),
                        Written.optional(request.cash(), "cash", "现金和票据", 1000),
                        Written.optional(request.cautions(), "cautions", "注意事项", 2000)),
                caller.code(),
                caller.at());
        return view(handovers.find(id).orElseThrow());
    }

    @PostMapping("/{id}/signature")
    @Operation(summary = "The caller signs: first who goes, then who comes")
    HandoverView sign(@PathVariable long id, Caller caller) {
        desk.sign(id, caller.code(), caller.at());
        return view(handovers.find(id).orElseThrow());
    }

    private HandoverView view(Handover handover) {
        return new HandoverView(
                handover.id(),
                handover.post(),
                handover.outgoing(),
                handover.incoming(),
                handover.shiftEnd(),
                handover.matters(),
                handover.keys(),
                handover.cash(),
                handover.cautions(),
                handover.outgoingSignedAt(),
                handover.incomingSignedAt());
    }
}
