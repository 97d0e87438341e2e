package org.shouwen.firstresponsibility.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.shouwen.firstresponsibility.PostChange;
import org.shouwen.firstresponsibility.PostChangeDesk;
import org.shouwen.firstresponsibility.PostChanges;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 监交 over HTTP. */
@Allowed
@RestController
@RequestMapping("/api/post-changes")
@Tag(name = "post-changes")
class PostChangesController {

    private final PostChangeDesk desk;
    private final PostChanges changes;
    private final Roster roster;

    PostChangesController(PostChangeDesk desk, PostChanges changes, Roster roster) {
        this.roster = roster;
        this.desk = desk;
        this.changes = changes;
    }

    record PostChangeRequest(
            String post,
            String predecessor,
            String successor,
            String witness,
            String items,
            String keys,
            String files) {}

    record PostChangeView(
            long id,
            String post,
            String predecessor,
            String successor,
            String witness,
            String matters,
            String items,
            String keys,
            String files,
            Instant predecessorSignedAt,
            Instant successorSignedAt,
            Instant witnessSignedAt,
            boolean effective,
            Instant withdrawnAt,
            String withdrawnBy,
            String withdrawnWhy) {}

    record WithdrawalRequest(String reason) {}

    record PostChangesView(List<PostChangeView> items) {}

    @GetMapping
    @Operation(summary = "The latest changes of posts at the caller's sites, and those that he signs, newest first")
    PostChangesView list(Caller caller) {
        return new PostChangesView(
                changes.latest(caller).stream().map(this::view).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A superior hands a post from one person to another before a witness")
    PostChangeView prepare(@RequestBody PostChangeRequest request, Caller caller) {
        long id = desk.prepare(
                new PostChangeDesk.People(
                        Written.text(request.post(), "post", "岗位", 40),
                        roster.spelled(Written.text(request.predecessor(), "predecessor", "移交人", 40)),
                        roster.spelled(Written.text(request.successor(), "successor", "接收人", 40)),
                        roster.spelled(Written.text(request.witness(), "witness", "监交人", 40))),
                new PostChangeDesk.Things(
                        Written.optional(request.items(), "items", "物品", 2000),
                        Written.optional(request.keys(), "keys", "钥匙", 1000),
                        Written.optional(request.files(), "files", "资料", 2000)),
                caller.code(),
                caller.at());
        return view(changes.find(id).orElseThrow());
    }

    @PostMapping("/{id}/signature")
    @Operation(summary = "One of the three signs; with the last signature the post and its open tickets change hands")
    PostChangeView sign(@PathVariable long id, Caller caller) {
        desk.sign(id, caller.code(), caller.at());
        return view(changes.find(id).orElseThrow());
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Withdraws a change that waits for signatures; by whoever made it, or is above the post")
    PostChangeView withdraw(@PathVariable long id, @RequestBody WithdrawalRequest request, Caller caller) {
        desk.withdraw(id, request.reason(), caller.code(), caller.at());
        return view(changes.find(id).orElseThrow());
    }

    private PostChangeView view(PostChange change) {
        return new PostChangeView(
                change.id(),
                change.post(),
                change.predecessor(),
                change.successor(),
                change.witness(),
                change.matters(),
                change.items(),
                change.keys(),
                change.files(),
                change.predecessorSignedAt(),
                change.successorSignedAt(),
                change.witnessSignedAt(),
                change.isEffective(),
                change.withdrawnAt(),
                change.withdrawnBy(),
                change.withdrawnWhy());
    }
}
