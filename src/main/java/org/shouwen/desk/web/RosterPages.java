package org.shouwen.desk.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.shouwen.estate.Estate;
import org.shouwen.firstresponsibility.Handover;
import org.shouwen.firstresponsibility.Handovers;
import org.shouwen.firstresponsibility.PostChange;
import org.shouwen.firstresponsibility.PostChanges;
import org.shouwen.firstresponsibility.Superiors;
import org.shouwen.firstresponsibility.Transfers;
import org.shouwen.roster.Absence;
import org.shouwen.roster.Absences;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** Puts together what the pages about people show. */
@Component
class RosterPages {

    private final Roster roster;
    private final Estate estate;
    private final Superiors superiors;
    private final Books books;
    private final Moments moments;

    /** Where it is written down. */
    @Component
    record Books(Absences absences, Handovers handovers, PostChanges postChanges, Transfers transfers) {}

    /** A choice in a form. */
    record Choice(String code, String name) {}

    /** @param oversees whether the reader may enter things for others */
    record DutyPage(List<SiteView> sites, boolean away, boolean oversees, List<Choice> staff, List<Choice> absent) {}

    record SiteView(String name, List<String> onCall, List<PostView> posts) {}

    record PostView(String name, List<PersonView> people) {}

    /** @param acting who acts for him now, or "" */
    record PersonView(String code, String name, boolean away, String acting, String substitutes) {}

    record LeavePage(List<LeaveRow> mine, List<LeaveRow> toDecide) {}

    record LeaveRow(
            long id,
            String name,
            String kind,
            String from,
            String until,
            String reason,
            String status,
            String remark,
            boolean cancellable) {}

    record HandoverPage(List<Choice> posts, List<Choice> staff, List<HandoverRow> rows) {}

    /** @param yours whether it waits for the reader's signature */
    record HandoverRow(
            Handover record, String post, String outgoing, String incoming, String end, String signed, boolean yours) {}

    record PostChangePage(boolean oversees, List<Choice> posts, List<Choice> staff, List<PostChangeRow> rows) {}

    record PostChangeRow(PostChange record, String post, String people, String signed, boolean yours) {}

    record TransfersPage(String month, List<TransferRow> rows) {}

    record TransferRow(String ticket, String at, String by, String what, String heldSince, String firstResponder) {}

    RosterPages(Roster roster, Estate estate, Superiors superiors, Books books, Moments moments) {
        this.roster = roster;
        this.estate = estate;
        this.superiors = superiors;
        this.books = books;
        this.moments = moments;
    }

    DutyPage duty(String reader) {
        Instant now = moments.now();
        List<SiteView> sites =
                estate.sites().stream().sorted().map(site -> site(site, now)).toList();
        return new DutyPage(
                sites,
                roster.isAbsent(reader, now),
                superiors.isSuperior(reader, null, now),
                staff(),
                roster.absentAt(now).stream().sorted().map(this::choice).toList());
    }

    private SiteView site(String site, Instant now) {
        List<String> onCall = roster.onCall(site, now).stream().map(Staff::name).toList();
        List<PostView> posts = List.of(Duty.values()).stream()
                .flatMap(duty -> roster.postsOf(site, duty).stream())
                .map(post -> new PostView(
                        post.name(),
                        roster.holdersOf(post.code()).stream()
                                .map(person -> person(person, post, now))
                                .toList()))
                .toList();
        return new SiteView(estate.siteName(site), onCall, posts);
    }

    private PersonView person(Staff person, Post post, Instant now) {
        boolean away = roster.isAbsent(person.code(), now);
        String acting = roster.actingFor(person.code(), post.site(), now);
        String substitutes = roster.standIns().stream()
                .filter(pair -> pair.post().equals(post.code()) && pair.staff().equals(person.code()))
                .map(pair -> roster.nameOf(pair.substitute()))
                .collect(Collectors.joining("、"));
        return new PersonView(
                person.code(),
                person.name(),
                away,
                acting.equals(person.code()) ? "" : roster.nameOf(acting),
                substitutes);
    }

    LeavePage leave(String reader) {
        Instant now = moments.now();
        return new LeavePage(
                books.absences().of(reader).stream()
                        .limit(20)
                        .map(absence -> row(absence, now))
                        .toList(),
                books.absences().after(now).stream()
                        .filter(absence -> absence.status() == Absence.Status.ASKED)
                        .filter(absence ->
                                !absence.staff().equals(reader) && superiors.isSuperiorOf(reader, absence.staff(), now))
                        .map(absence -> row(absence, now))
                        .toList());
    }

    private LeaveRow row(Absence absence, Instant now) {
        boolean cancellable = absence.status() == Absence.Status.ASKED
                || absence.status() == Absence.Status.APPROVED && absence.from().isAfter(now);
        return new LeaveRow(
                absence.id(),
                roster.nameOf(absence.staff()),
                absence.kind().label(),
                moments.text(absence.from()),
                absence.until() == null ? "待定" : moments.text(absence.until()),
                absence.reason(),
                absence.status().label(),
                absence.remark(),
                cancellable);
    }

    HandoverPage handovers(String reader) {
        Instant now = moments.now();
        return new HandoverPage(
                roster.actingPostsOf(reader, now).stream()
                        .map(post -> new Choice(post.code(), post.name()))
                        .toList(),
                staff(),
                books.handovers().latest().stream()
                        .map(record -> row(record, reader))
                        .toList());
    }

    private HandoverRow row(Handover record, String reader) {
        boolean outgoing = record.outgoingSignedAt() != null;
        boolean incoming = record.incomingSignedAt() != null;
        return new HandoverRow(
                record,
                postName(record.post()),
                roster.nameOf(record.outgoing()),
                roster.nameOf(record.incoming()),
                moments.text(record.shiftEnd()),
                outgoing && incoming ? "双方已签" : outgoing ? "等接班人签字" : "等交班人签字",
                !outgoing && record.outgoing().equals(reader)
                        || outgoing && !incoming && record.incoming().equals(reader));
    }

    PostChangePage postChanges(String reader) {
        boolean oversees = superiors.isSuperior(reader, null, moments.now());
        List<Choice> posts = oversees
                ? estate.sites().stream()
                        .sorted()
                        .flatMap(site ->
                                List.of(Duty.values()).stream().flatMap(duty -> roster.postsOf(site, duty).stream()))
                        .map(post -> new Choice(post.code(), post.name()))
                        .toList()
                : List.of();
        return new PostChangePage(
                oversees,
                posts,
                staff(),
                books.postChanges().latest().stream()
                        .map(record -> row(record, reader))
                        .toList());
    }

    private PostChangeRow row(PostChange record, String reader) {
        List<String> missing = new java.util.ArrayList<>();
        if (record.predecessorSignedAt() == null) {
            missing.add(record.predecessor());
        }
        if (record.successorSignedAt() == null) {
            missing.add(record.successor());
        }
        if (record.witnessSignedAt() == null) {
            missing.add(record.witness());
        }
        return new PostChangeRow(
                record,
                postName(record.post()),
                "%s 移交 %s，监交人 %s"
                        .formatted(
                                roster.nameOf(record.predecessor()),
                                roster.nameOf(record.successor()),
                                roster.nameOf(record.witness())),
                missing.isEmpty()
                        ? "三方已签，已生效"
                        : "等" + missing.stream().map(roster::nameOf).collect(Collectors.joining("、")) + "签字",
                missing.contains(reader));
    }

    TransfersPage transfers(YearMonth month, String reader) {
        return new TransfersPage(
                month.toString(),
                books.transfers().withoutAction(month, reader).stream()
                        .map(passed -> new TransferRow(
                                passed.ticket(),
                                moments.text(passed.at()),
                                roster.nameOf(passed.by()),
                                passed.text(),
                                moments.text(passed.heldSince()),
                                roster.nameOf(passed.firstResponder())))
                        .toList());
    }

    private List<Choice> staff() {
        return roster.allStaff().stream()
                .map(person -> new Choice(person.code(), person.name()))
                .toList();
    }

    private Choice choice(String code) {
        return new Choice(code, roster.nameOf(code));
    }

    private String postName(String code) {
        return roster.post(code).map(Post::name).orElse(code);
    }
}
