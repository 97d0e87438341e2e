package org.shouwen.ticket.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;
import org.shouwen.estate.Email;
import org.shouwen.estate.Phone;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Words;
import org.shouwen.problem.Words.Wrong;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Slot;

/**
 * A matter as a caller hands it in. Of an emergency the reporter, or his name, and the description may be missing. Missing: {@code channel} means PHONE, {@code danger} and {@code scope} UNKNOWN,
 * {@code utilityOut} false.
 *
 * @param home code of the home; either this or {@code place}
 * @param place code of the common place
 * @param site code of the site, for kinds that need neither home nor place
 * @param details answers to the kind's questions by name: text, number, true or false
 * @param incident number of the ticket that settles the matter, where others have reported it already
 */
record TicketRequest(
        String kind,
        String category,
        String home,
        String place,
        ReporterRequest reporter,
        Channel channel,
        String description,
        Danger danger,
        Scope scope,
        Boolean utilityOut,
        AppointmentRequest appointment,
        // Left out of the fingerprint where it is missing: a receipt of an earlier version still matches
        @JsonInclude(JsonInclude.Include.NON_NULL) String site,
        @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Object> details,
        @JsonInclude(JsonInclude.Include.NON_NULL) String incident) {

    private static final int LONGEST_TEXT = 4000;

    private static final Words WORDS = Words.FIELDS
            .saying(Wrong.TOO_LONG, "field-too-long", "%1$s（%2$s）最多 %4$s 字，现有 %5$s 字")
            .saying(Wrong.MOMENT, "moment-invalid", "%1$s（%2$s）不正确：%3$s，例如 2026-11-24T10:00+08:00");

    /**
     * Who reports.
     *
     * @param phone missing: he has or gives none
     * @param asSaid whether the number is kept as he said it, whatever it is
     */
    record ReporterRequest(
            String name,
            String phone,
            String email,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean asSaid) {}

    /** Agreed slot; moments with offset, or local time. */
    record AppointmentRequest(String from, String to) {}

    /** @param emergency whether it is taken before it is known who reports it and what exactly it is */
    Intake intake(ZoneId zone, Predicate<Intake> emergency) {
        boolean whole = reporter != null && !Typed.isBlank(reporter.name) && !Typed.isBlank(description);
        return whole || !emergency.test(intake(zone, true)) ? intake(zone, false) : intake(zone, true);
    }

    private Intake intake(ZoneId zone, boolean emergency) {
        return new Intake(
                text(kind, "kind", "工单种类", 20),
                text(category, "category", "类别", 40),
                optional(home, "home", "房号", 40),
                optional(place, "place", "公共部位", 40),
                optional(site, "site", "服务点", 40),
                reporter(emergency),
                channel == null ? Channel.PHONE : channel,
                emergency
                        ? WORDS.written(description, "description", "内容").optional(LONGEST_TEXT)
                        : text(description, "description", "内容", LONGEST_TEXT),
                danger == null ? Danger.UNKNOWN : danger,
                scope == null ? Scope.UNKNOWN : scope,
                Boolean.TRUE.equals(utilityOut),
                appointment == null
                        ? null
                        : new Slot(
                                moment(appointment.from, "appointment.from", zone),
                                moment(appointment.to, "appointment.to", zone)),
                Details.of(details),
                null);
    }

    private Reporter reporter(boolean emergency) {
        if (reporter == null && emergency) {
            return Reporter.PASSER_BY;
        }
        if (reporter == null) {
            throw Refusal.invalid("reporter-missing", "reporter", "请填报事人（reporter）");
        }
        return new Reporter(
                emergency && Typed.isBlank(reporter.name)
                        ? Reporter.PASSER_BY.name()
                        : text(reporter.name, "reporter.name", "报事人姓名", 60),
                Boolean.TRUE.equals(reporter.asSaid)
                        ? Phone.said(reporter.phone, "reporter.phone")
                        : Phone.told(reporter.phone, "reporter.phone"),
                email(reporter.email));
    }

    /** @return null where the matter is one of its own */
    String joined() {
        return optional(incident, "incident", "事件工单号", 20);
    }

    private static String optional(String value, String field, String label, int max) {
        return Typed.orNull(WORDS.written(value, field, label).optional(max));
    }

    static String text(String value, String field, String label, int max) {
        return WORDS.written(value, field, label).text(max);
    }

    private static String email(String value) {
        String email = optional(value, "reporter.email", "邮箱", 200);
        return email == null ? null : Email.normalise(email, "reporter.email");
    }

    private static Instant moment(String value, String field, ZoneId zone) {
        return WORDS.written(value, field, "时间").momentOfAnyYear(zone);
    }
}
