package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.TimelineEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 监交: a post goes to another person before a witness, with items, keys, files and open matters (D15, post change). */
@Component
public class PostChangeDesk {

    private final PostChanges changes;
    private final Roster roster;
    private final Superiors superiors;
    private final OpenMatters matters;
    private final HandlerChange handlers;

    /** What is handed over; each may be "". */
    public record Things(String items, String keys, String files) {}

    /**
     * Whose post it is, whose it becomes, and who watches.
     *
     * @param post code of the post
     */
    public record People(String post, String predecessor, String successor, String witness) {}

    PostChangeDesk(
            PostChanges changes, Roster roster, Superiors superiors, OpenMatters matters, HandlerChange handlers) {
        this.changes = changes;
        this.roster = roster;
        this.superiors = superiors;
        this.matters = matters;
        this.handlers = handlers;
    }

    /** @return posts of the person's sites, which a superior hands from one to another; none for everybody else */
    public List<Post> posts(Caller caller) {
        return superiors.isSuperior(caller.code(), null, caller.at())
                ? caller.sites().stream()
                        .sorted()
                        .flatMap(site ->
                                Arrays.stream(Duty.values()).flatMap(duty -> roster.postsOf(site, duty).stream()))
                        .toList()
                : List.of();
    }

    /** @return id of the record */
    @Transactional
    public long prepare(People people, Things things, String by, Instant at) {
        Post post = roster.post(people.post())
                .orElseThrow(() -> Refusal.invalid("post-not-found", "post", "没有岗位 " + people.post()));
        superiors.mustBeAbove(by, post, "岗位变动", at);
        if (roster.postsOf(people.predecessor()).stream().noneMatch(held -> held.equals(post))) {
            throw Refusal.invalid(
                    "predecessor-not-on-post",
                    "predecessor",
                    roster.nameOf(people.predecessor()) + "不在岗位“" + post.name() + "”");
        }
        Set<String> three = new HashSet<>(List.of(people.predecessor(), people.successor(), people.witness()));
        if (three.size() < 3
                || three.stream().anyMatch(person -> roster.staff(person).isEmpty())) {
            throw Refusal.invalid("witness-third", "witness", "移交人、接收人、监交人须是三位在册员工");
        }
        roster.mustBePlannable(people.successor(), "successor");
        roster.mustBePlannable(people.witness(), "witness");
        superiors.mustWitness(people.witness(), post);
        return changes.add(new PostChange(
                0,
                people.post(),
                people.predecessor(),
                people.successor(),
                people.witness(),
                matters.describe(people.predecessor(), at),
                things.items(),
                things.keys(),
                things.files(),
                by,
                at,
                null,
                null,
                null));
    }

    /** Each of the three signs with his own account; the last signature makes it effective. */
    @Transactional
    public void sign(long id, String by, Instant at) {
        PostChange change =
                changes.find(id).orElseThrow(() -> Refusal.notFound("post-change-not-found", "没有编号 " + id + " 的岗位变动"));
        boolean predecessor = change.predecessor().equals(by) && change.predecessorSignedAt() == null;
        boolean successor = change.successor().equals(by) && change.successorSignedAt() == null;
        boolean witness = change.witness().equals(by) && change.witnessSignedAt() == null;
        if (!predecessor && !successor && !witness) {
            throw Refusal.notAllowed("post-change-not-yours", "这份岗位变动记录不等您签字");
        }
        PostChange signed = new PostChange(
                id,
                change.post(),
                change.predecessor(),
                change.successor(),
                change.witness(),
                change.matters(),
                change.items(),
                change.keys(),
                change.files(),
                change.createdBy(),
                change.createdAt(),
                predecessor ? at : change.predecessorSignedAt(),
                successor ? at : change.successorSignedAt(),
                witness ? at : change.witnessSignedAt());
        changes.save(signed);
        if (signed.isEffective()) {
            takeOver(signed, at);
        }
    }

    private void takeOver(PostChange change, Instant at) {
        roster.mustBePlannable(change.successor(), "successor");
        roster.appoint(change.successor(), change.post());
        String reason = "岗位变动，监交人" + roster.nameOf(change.witness());
        matters.inHandOf(change.predecessor(), at).stream()
                .filter(ticket -> ticket.facts().post().equals(change.post()))
                .filter(ticket -> ticket.status().isAtWork())
                .forEach(ticket -> handlers.reassign(
                        ticket.number(), successor(ticket, change), reason, TimelineEntry.SYSTEM, at));
        roster.relieve(change.predecessor(), change.post());
    }

    /** @return who goes on with the ticket; somebody else where it is about the successor (回避) */
    private String successor(Ticket ticket, PostChange change) {
        return TicketRights.mayRead(ticket, change.successor())
                ? change.successor()
                : handlers.candidates(ticket.number(), TimelineEntry.SYSTEM).stream()
                        .map(HandlerChange.Candidate::staff)
                        .findFirst()
                        .orElseThrow(() ->
                                Refusal.notPossibleNow("recused-nobody-left", "移交人手上有接收人须回避的工单，没有别人可以接手，请先改派再签字"));
    }
}
