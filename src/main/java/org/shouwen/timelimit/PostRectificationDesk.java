package org.shouwen.timelimit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.ActingStaff;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 岗位整改: the third broken promise of one post in a month is a task of whoever is above the post (D3): why, and what is done
 * against it.
 */
@Component
public class PostRectificationDesk {

    /** From so many broken promises in a month on. */
    static final int BROKEN = 3;

    /** Product default: so many working days to put it right. */
    private static final int WORKING_DAYS = 3;

    private static final List<Duty> SUPERIORS = List.of(Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER, Duty.DIRECTOR);

    private final PostRectifications rectifications;
    private final Escalations escalations;
    private final Tickets tickets;
    private final Edges edges;

    /**
     * A post that broke so many promises in a month that it has to be put right.
     *
     * @param post its name
     * @param month as {@code 2026-11}
     * @param broken how many of the month
     * @param person code of who sees to it
     * @param outcome null while it is open
     */
    public record Late(
            String post, String month, int broken, String person, Instant dueAt, PostRectification.Outcome outcome) {}

    /** What a rectification needs of the house around it. */
    @Component
    record Edges(
            Roster roster, ActingStaff acting, Calendars calendars, Moments moments, SupervisionExecution execution) {}

    PostRectificationDesk(PostRectifications rectifications, Escalations escalations, Tickets tickets, Edges edges) {
        this.rectifications = rectifications;
        this.escalations = escalations;
        this.tickets = tickets;
        this.edges = edges;
    }

    /** The ticket's post broke a promise; from the third one of the month on it is put right, once. */
    @Transactional
    public void broken(Ticket ticket, Instant at) {
        String post = ticket.facts().post();
        YearMonth month = edges.moments().month(at);
        // After an outage thousands are broken at once: none of them may read the others
        if (rectifications.isThere(post, month.toString())
                || escalations.broken(post, start(month), start(month.plusMonths(1)), BROKEN) < BROKEN) {
            return;
        }
        edges.roster()
                .post(post)
                .flatMap(found -> superior(found, ticket, at))
                .ifPresent(person -> open(ticket, post, person, at));
    }

    private void open(Ticket ticket, String post, String person, Instant at) {
        Instant due = edges.calendars()
                .of(ticket.facts().site())
                .due(at, WORKING_DAYS, WorkUnit.WORKDAY)
                .at();
        String month = edges.moments().month(at).toString();
        var rectification = new PostRectification(0, post, month, ticket.number(), person, due, at, null);
        rectifications.add(rectification).ifPresent(id -> {
            edges.execution().startRectification(rectifications.get(id));
            tickets.note(
                    ticket.number(),
                    SupervisionEvent.POST_LATE,
                    "“%s”本月第三次超时，由%s办理岗位整改".formatted(name(post), edges.roster().nameOf(person)),
                    Acting.SYSTEM,
                    at,
                    "post",
                    post,
                    "to",
                    person);
        });
    }

    /**
     * @return whoever has the next duty above the post at its site, or the company's; never who is on the post himself, nor
     *     whom the ticket is about
     */
    private Optional<String> superior(Post post, Ticket ticket, Instant at) {
        List<String> own =
                edges.roster().holdersOf(post.code()).stream().map(Staff::code).toList();
        Stream<Staff> above = SUPERIORS.stream()
                .filter(duty -> duty.compareTo(post.duty()) > 0)
                .flatMap(duty -> edges.acting().acting(ticket, duty, at));
        return above.map(Staff::code)
                .filter(code -> !own.contains(code) && TicketRights.mayRead(ticket, code))
                .findFirst();
    }

    /** @return the first levels of the promises that the post broke in the month of this rectification, oldest first */
    public List<Escalation> brokenOf(PostRectification rectification) {
        return brokenOf(rectification.post(), edges.moments().month(rectification.at()));
    }

    private List<Escalation> brokenOf(String post, YearMonth month) {
        return escalations.brokenOf(post, start(month), start(month.plusMonths(1)));
    }

    private Instant start(YearMonth month) {
        return edges.moments().start(month);
    }

    /**
     * Says why the post was late so often, and what is done against it.
     *
     * @throws Refusal where it was said before
     */
    @Transactional
    public void rectify(long id, PostRectification.Outcome outcome) {
        PostRectification rectification = rectifications.get(id);
        if (rectification.outcome() != null) {
            throw Refusal.notPossibleNow("rectification-ended", "“" + name(rectification.post()) + "”的岗位整改已办完");
        }
        rectifications.end(id, outcome);
        tickets.note(
                rectification.ticket(),
                SupervisionEvent.POST_RECTIFIED,
                "岗位整改（%s）：%s；措施：%s".formatted(name(rectification.post()), outcome.cause(), outcome.measures()),
                outcome.by(),
                outcome.at(),
                "post",
                rectification.post());
    }

    /** @return this month's posts of the sites that the reader reads, and those of earlier months that are not put right */
    public List<Late> listed(Caller reader) {
        return rectifications.of(edges.moments().month(reader.at()).toString()).stream()
                .flatMap(each -> edges
                        .roster()
                        .post(each.post())
                        .filter(post -> reader.reads(post.site()))
                        .map(post -> new Late(
                                post.name(),
                                each.month(),
                                brokenOf(each).size(),
                                each.person(),
                                each.dueAt(),
                                each.outcome()))
                        .stream())
                .toList();
    }

    private String name(String post) {
        return edges.roster().post(post).map(Post::name).orElse(post);
    }
}
