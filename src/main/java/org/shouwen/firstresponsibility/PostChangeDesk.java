package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Written;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Housekeepers;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 监交: a post goes to another person before a witness, with items, keys, files and open matters (D15, post change). */
@Component
public class PostChangeDesk {

    private final PostChanges changes;
    private final Roster roster;
    private final Superiors superiors;
    private final OpenMatters matters;
    private final Follow follow;

    /** What follows: open tickets and buildings change hands, and who signs is told. */
    @Component
    record Follow(HandlerChange handlers, Housekeepers housekeepers, Notices notices, Moments moments) {}

    /** What is handed over; each may be "". */
    public record Things(String items, String keys, String files) {}

    /**
     * Whose post it is, whose it becomes, and who watches.
     *
     * @param post code of the post
     */
    public record People(String post, String predecessor, String successor, String witness) {}

    PostChangeDesk(PostChanges changes, Roster roster, Superiors superiors, OpenMatters matters, Follow follow) {
        this.changes = changes;
        this.roster = roster;
        this.superiors = superiors;
        this.matters = matters;
        this.follow = follow;
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

    /**
     * One at a time: what waits for signatures is signed or withdrawn first.
     *
     * @return id of the record
     */
    @Transactional
    public long prepare(People people, Things things, String by, Instant at) {
        Post post = roster.post(people.post())
                .orElseThrow(() -> Refusal.invalid("post-not-found", "post", "没有岗位 " + people.post()));
        superiors.mustBeAbove(by, post, "岗位变动", at);
        changes.lockPost(post.code());
        mustHold(people.predecessor(), post);
        Set<String> three = new HashSet<>(List.of(people.predecessor(), people.successor(), people.witness()));
        if (three.size() < 3
                || three.stream().anyMatch(person -> roster.staff(person).isEmpty())) {
            throw Refusal.invalid("witness-third", "witness", "移交人、接收人、监交人须是三位在册员工");
        }
        roster.mustBePlannable(people.successor(), "successor");
        roster.mustBePlannable(people.witness(), "witness");
        superiors.mustWitness(people.witness(), post);
        changes.open(post.code(), people.predecessor()).ifPresent(open -> {
            throw Refusal.notPossibleNow(
                    "post-change-open",
                    "%s的岗位“%s”已有一份变动记录在等%s签字，请先签完或者撤回"
                            .formatted(roster.nameOf(people.predecessor()), post.name(), names(open.waitsFor())));
        });
        long id = changes.add(new PostChange(
                0,
                people.post(),
                people.predecessor(),
                people.successor(),
                people.witness(),
                matters.describe(post, people.predecessor(), at) + shifts(post, people.predecessor()),
                things.items(),
                things.keys(),
                things.files(),
                by,
                at,
                null,
                null,
                null,
                null,
                null,
                null));
        tell("post-change.to-staff", changes.find(id).orElseThrow(), by, at);
        return id;
    }

    /** @return what of the on-call plan goes with the post, a line each; "" where the person stays at the site, or is in none */
    private String shifts(Post post, String predecessor) {
        boolean stays =
                roster.postsOf(predecessor).stream().anyMatch(held -> !held.equals(post) && held.countsAt(post.site()));
        return stays
                ? ""
                : roster.shiftsOf(predecessor, post.site()).stream()
                        .map(shift -> "\n值班表：" + shift.inWords())
                        .collect(Collectors.joining());
    }

    /** Each of the three signs with his own account; the last signature makes it effective. */
    @Transactional
    public void sign(long id, String by, Instant at) {
        PostChange change = locked(id);
        change.signedAt(by).ifPresent(signed -> {
            throw Refusal.notPossibleNow(
                    "post-change-signed", "您已在 " + follow.moments().text(signed) + " 签过字");
        });
        if (!change.waitsFor().contains(by)) {
            throw Refusal.notAllowed("post-change-not-yours", "这份岗位变动记录不等您签字");
        }
        changes.signed(id, by, at);
        PostChange signed = changes.find(id).orElseThrow();
        if (signed.isEffective()) {
            takeOver(signed, at);
        }
    }

    /**
     * It is not to be any more; everybody who was asked to sign is told.
     *
     * @throws Refusal where it is effective or was withdrawn, or the person neither made it nor is above the post
     */
    @Transactional
    public void withdraw(long id, String reason, String by, Instant at) {
        PostChange change = locked(id);
        if (!change.createdBy().equals(by)) {
            superiors.mustBeAbove(by, roster.post(change.post()).orElseThrow(), "撤回岗位变动", at);
        }
        if (!change.isOpen()) {
            throw Refusal.notPossibleNow("post-change-ended", "这份岗位变动记录" + change.state() + "，不能撤回");
        }
        changes.withdrawn(id, by, Written.reason(reason, "撤回的理由"), at);
        tell("post-change-withdrawn.to-staff", changes.find(id).orElseThrow(), by, at);
    }

    /** @return whether the person may withdraw it */
    public boolean mayWithdraw(PostChange change, Caller caller) {
        return change.isOpen()
                && (change.createdBy().equals(caller.code())
                        || roster.post(change.post())
                                .filter(post -> superiors.isAbove(caller.code(), post, caller.at()))
                                .isPresent());
    }

    private PostChange locked(long id) {
        return changes.lock(id).orElseThrow(() -> Refusal.notFound("post-change-not-found", "没有编号 " + id + " 的岗位变动"));
    }

    private void mustHold(String predecessor, Post post) {
        if (roster.postsOf(predecessor).stream().noneMatch(held -> held.equals(post))) {
            throw Refusal.invalid(
                    "predecessor-not-on-post", "predecessor", roster.nameOf(predecessor) + "不在岗位“" + post.name() + "”");
        }
    }

    private String names(List<String> staff) {
        return staff.stream().map(roster::nameOf).collect(Collectors.joining("、"));
    }

    private void tell(String template, PostChange change, String by, Instant at) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "post",
                roster.post(change.post()).map(Post::name).orElse(change.post()),
                "predecessor",
                roster.nameOf(change.predecessor()),
                "successor",
                roster.nameOf(change.successor()),
                "witness",
                roster.nameOf(change.witness()),
                "by",
                roster.nameOf(by)));
        facts.put("why", change.withdrawnWhy());
        Stream.of(change.predecessor(), change.successor(), change.witness()).forEach(person -> follow.notices()
                .tellStaff(person, new Notices.Message(template, "post-change " + change.id(), at, facts)));
    }

    private void takeOver(PostChange change, Instant at) {
        mustHold(change.predecessor(), roster.post(change.post()).orElseThrow());
        roster.mustBePlannable(change.successor(), "successor");
        roster.appoint(change.successor(), change.post());
        String reason = "岗位变动，监交人" + roster.nameOf(change.witness());
        matters.goingWith(change.post(), change.predecessor(), at).forEach(ticket -> follow.handlers()
                .reassign(ticket.number(), successor(ticket, change), reason, TimelineEntry.SYSTEM, at));
        roster.relieve(change.predecessor(), change.post());
        String site = roster.post(change.post()).orElseThrow().site();
        if (!roster.serves(change.predecessor(), site)) {
            roster.handOnShifts(site, change.predecessor(), change.successor());
        }
        follow.housekeepers().handOn(change.predecessor(), change.successor());
    }

    /** @return who goes on with the ticket; somebody else where it is about the successor (回避) */
    private String successor(Ticket ticket, PostChange change) {
        return TicketRights.mayRead(ticket, change.successor())
                ? change.successor()
                : follow.handlers().candidates(ticket.number(), TimelineEntry.SYSTEM).stream()
                        .map(HandlerChange.Candidate::staff)
                        .findFirst()
                        .orElseThrow(() ->
                                Refusal.notPossibleNow("recused-nobody-left", "移交人手上有接收人须回避的工单，没有别人可以接手，请先改派再签字"));
    }
}
