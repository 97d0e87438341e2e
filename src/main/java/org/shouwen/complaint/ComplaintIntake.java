package org.shouwen.complaint;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Question;
import org.shouwen.ticket.Question.Type;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/** What is asked of a complaint, and what the table D14 makes of it. */
@Component
record ComplaintIntake(Colleagues colleagues, Decisions decisions, Moments moments) {

    /** Complaints about the same matter are counted so many months back. */
    private static final int MONTHS_COUNTED = 12;

    private static final int MOST_HOUSEHOLDS = 9999;
    private static final String HOTLINE_SOURCE = "12345 热线或信访件要求的期限";

    static List<Question> questions() {
        return Stream.of(
                        Stream.of(Question.of("about", "被投诉的员工", Type.STAFF, "他看不到、也不能办理这件投诉；不针对个人的不填")),
                        Arrays.stream(Circumstance.values())
                                .map(fact -> Question.of(fact.detail(), fact.label(), Type.FLAG, "")),
                        Stream.of(
                                Question.of("households", "一起投诉的户数", Type.NUMBER, "不填为 1"),
                                Question.of("wish", "业主的诉求", Type.LONG_TEXT, ""),
                                Question.of("twoPeople", "须两人共同办理", Type.FLAG, ""),
                                Question.of("hotline", "12345 热线或信访编号", Type.TEXT, ""),
                                Question.of("hotlineDue", "热线或信访要求的办结期限", Type.MOMENT, "以来件写的为准")))
                .flatMap(questions -> questions)
                .toList();
    }

    /** @return code of whom it is about, if it is about a member of the staff */
    Optional<String> about(Details told) {
        return told.optionalText("about", "被投诉的员工", 40)
                .map(written -> colleagues.code(written, "details.about", "被投诉的员工"));
    }

    /** @return since when complaints about the same matter are counted */
    Instant countedSince(Instant at) {
        return at.atZone(moments.zone()).minusMonths(MONTHS_COUNTED).toInstant();
    }

    /** @param repeats how many complaints about the same matter came before */
    Complaint grade(Details told, int repeats, Instant at) {
        Set<Circumstance> circumstances = EnumSet.noneOf(Circumstance.class);
        for (Circumstance fact : Circumstance.values()) {
            if (told.flag(fact.detail(), fact.label())) {
                circumstances.add(fact);
            }
        }
        int households = told.whole("households", "一起投诉的户数", 1, 1, MOST_HOUSEHOLDS);
        String hotline = hotline(told).orElse(null);
        Map<String, Object> row = decisions
                .row(
                        "complaintGrade",
                        Map.of(
                                "injury", circumstances.contains(Circumstance.INJURY),
                                "media", circumstances.contains(Circumstance.MEDIA),
                                "households", households,
                                "repeats", repeats,
                                "misconductEvidence", circumstances.contains(Circumstance.MISCONDUCT_EVIDENCE),
                                "betweenDepartments", circumstances.contains(Circumstance.BETWEEN_DEPARTMENTS),
                                "securityMatter", circumstances.contains(Circumstance.SECURITY_MATTER),
                                "lossClaimed", circumstances.contains(Circumstance.LOSS_CLAIMED),
                                "hotline", hotline != null))
                .orElseThrow(() -> Refusal.invalid("grade-missing", "category", "投诉分级表里没有适用的一行，不能受理，请主管补充"));
        return new Complaint(
                Grade.valueOf((String) row.get("grade")),
                Owner.valueOf((String) row.get("owner")),
                (String) row.get("why"),
                circumstances,
                households,
                repeats,
                hotline,
                hotlineDue(told, at),
                told.flag("twoPeople", "须两人共同办理"),
                told.optionalText("wish", "业主的诉求", 500).orElse(null),
                Optional.empty());
    }

    private static Optional<String> hotline(Details told) {
        return told.optionalText("hotline", "12345 热线或信访编号", 60);
    }

    /** @return by when the hotline or the petition office wants it done, or null */
    Instant hotlineDue(Details told, Instant at) {
        Optional<Instant> due = told.moment("hotlineDue", "热线或信访要求的办结期限", moments.zone());
        if (due.isPresent() && hotline(told).isEmpty()) {
            throw Refusal.invalid("hotline-missing", "details.hotline", "填了热线或信访的期限，请写明编号（details.hotline）");
        }
        if (due.isPresent() && !due.get().isAfter(at)) {
            throw Refusal.invalid("hotline-past", "details.hotlineDue", "热线或信访要求的期限（details.hotlineDue）已经过去");
        }
        return due.orElse(null);
    }

    /**
     * The hotline's own deadline wins (D14): it takes the place of ours, and nothing that comes before the end comes after it. No calendar moves it.
     *
     * @param ours as the table gives them
     * @param due by when the hotline wants it, or null
     */
    List<Deadline> withHotline(List<Deadline> ours, Instant due, Instant at) {
        if (due == null || !due.isAfter(at)) {
            return ours;
        }
        return ours.stream()
                .map(deadline -> deadline.clock() == ClockKind.FINISH
                                || deadline.due() != null && deadline.due().isAfter(due)
                        ? theirs(deadline, due)
                        : deadline)
                .toList();
    }

    private Deadline theirs(Deadline ours, Instant due) {
        return new Deadline(
                ours.clock(),
                ours.cycle(),
                ours.amount(),
                ours.unit(),
                HOTLINE_SOURCE,
                ours.startedAt(),
                due,
                "12345 热线或信访件要求 " + moments.text(due) + " 前办结",
                null,
                new Deadline.Course(null, null, null, true, ours.course().watched(), false, null));
    }
}
