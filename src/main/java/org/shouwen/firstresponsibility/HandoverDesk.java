package org.shouwen.firstresponsibility;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 交接班: at the end of a shift both sign what is handed over; what stays unsigned is told to the lead once. */
@Component
public class HandoverDesk {

    /** Product default: so long after the shift's end nobody is told. */
    private static final Duration GRACE = Duration.ofMinutes(30);

    private final Handovers handovers;
    private final Roster roster;
    private final OpenMatters matters;
    private final Notices notices;
    private final Moments moments;

    /** What the outgoing person writes; each may be "". */
    public record Words(String keys, String cash, String cautions) {}

    HandoverDesk(Handovers handovers, Roster roster, OpenMatters matters, Notices notices, Moments moments) {
        this.moments = moments;
        this.handovers = handovers;
        this.roster = roster;
        this.matters = matters;
        this.notices = notices;
    }

    /**
     * The outgoing person makes the record; his open matters are in it already.
     *
     * @param by the outgoing person
     * @return id of the record
     */
    @Transactional
    public long prepare(String post, String incoming, Instant shiftEnd, Words words, String by, Instant at) {
        mustBeOn(post, by, at);
        mustBeOn(post, incoming, at);
        roster.mustBeAtWork(incoming, "incoming", at);
        if (incoming.equals(by)) {
            throw Refusal.invalid("handover-self", "incoming", "接班人须是另一位同事");
        }
        handovers.lockOf(by);
        handovers.latest(by, false).stream()
                .filter(other -> isSame(other, post, by, shiftEnd))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.notPossibleNow(
                            "handover-twice", "这一班的交班记录已有（" + moments.text(other.createdAt()) + " 写的），请直接签字");
                });
        return handovers.add(new Handover(
                0,
                post,
                by,
                incoming,
                shiftEnd,
                matters.describe(by, at),
                words.keys(),
                words.cash(),
                words.cautions(),
                at,
                null,
                null));
    }

    /** Each signs with his own account: first who leaves, then who comes. */
    @Transactional
    public void sign(long id, String by, Instant at) {
        Handover handover =
                handovers.lock(id).orElseThrow(() -> Refusal.notFound("handover-not-found", "没有编号 " + id + " 的交班记录"));
        boolean outgoing = handover.outgoing().equals(by) && handover.outgoingSignedAt() == null;
        boolean incoming = handover.incoming().equals(by) && handover.incomingSignedAt() == null;
        Instant signed = handover.outgoing().equals(by)
                ? handover.outgoingSignedAt()
                : handover.incoming().equals(by) ? handover.incomingSignedAt() : null;
        if (signed != null) {
            throw Refusal.notPossibleNow("handover-signed", "您已在 " + moments.text(signed) + " 签过字");
        }
        if (!outgoing && !incoming) {
            throw Refusal.notAllowed("handover-not-yours", "这份交班记录不等您签字");
        }
        if (incoming && handover.outgoingSignedAt() == null) {
            throw Refusal.notPossibleNow("handover-order", "请交班人先签字，接班人核对后再签");
        }
        handovers.save(new Handover(
                id,
                handover.post(),
                handover.outgoing(),
                handover.incoming(),
                handover.shiftEnd(),
                handover.matters(),
                handover.keys(),
                handover.cash(),
                handover.cautions(),
                handover.createdAt(),
                outgoing ? at : handover.outgoingSignedAt(),
                incoming ? at : handover.incomingSignedAt()));
    }

    /** Tells the leads of hand-overs that should be signed by now, once each; asked again it changes nothing. */
    @Transactional
    public void tellOfUnsigned(Instant at) {
        handovers.unsigned(at.minus(GRACE)).stream()
                .filter(handover -> handovers.told(handover.id(), at))
                .forEach(handover -> tell(handover, at));
    }

    private void tell(Handover handover, Instant at) {
        Post post = roster.post(handover.post()).orElseThrow();
        Map<String, Object> facts = Map.of(
                "post", post.name(),
                "outgoing", roster.nameOf(handover.outgoing()),
                "incoming", roster.nameOf(handover.incoming()),
                "missing", handover.outgoingSignedAt() == null ? "交班人没有签字" : "接班人没有签字");
        roster.postsOf(post.site(), Duty.LEAD).stream()
                .flatMap(lead -> roster.actingOn(lead.code(), at).stream())
                .distinct()
                .forEach(lead -> notices.tellStaff(
                        lead.code(),
                        new Notices.Message("handover-unsigned.to-staff", "handover " + handover.id(), at, facts)));
    }

    private static boolean isSame(Handover other, String post, String outgoing, Instant shiftEnd) {
        return other.post().equals(post)
                && other.outgoing().equals(outgoing)
                && other.shiftEnd().equals(shiftEnd);
    }

    private void mustBeOn(String post, String staff, Instant at) {
        if (roster.actingPostsOf(staff, at).stream()
                .noneMatch(held -> held.code().equals(post))) {
            throw Refusal.invalid(
                    "handover-not-on-post",
                    "post",
                    roster.nameOf(staff) + "不在岗位“"
                            + roster.post(post).map(Post::name).orElse(post) + "”，请改选岗位或接班人");
        }
    }
}
