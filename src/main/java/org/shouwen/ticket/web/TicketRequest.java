package org.shouwen.ticket.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.shouwen.estate.Phone;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Slot;

/**
 * A matter as a caller hands it in. Missing: {@code channel} means PHONE, {@code danger} NONE, {@code scope} PERSONAL,
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

    /** Who reports. */
    record ReporterRequest(String name, String phone, String email) {}

    /** Agreed slot; moments with offset, or local time. */
    record AppointmentRequest(String from, String to) {}

    Intake intake(ZoneId zone) {
        if (reporter == null) {
            throw Refusal.invalid("reporter-missing", "reporter", "请填报事人（reporter）");
        }
        return new Intake(
                text(kind, "kind", "工单种类", 20),
                text(category, "category", "类别", 40),
                optional(home, "home", "房号", 40),
                optional(place, "place", "公共部位", 40),
                optional(site, "site", "服务点", 40),
                new Reporter(
                        text(reporter.name, "reporter.name", "报事人姓名", 60),
                        Phone.normalise(reporter.phone, "reporter.phone"),
                        email(reporter.email)),
                channel == null ? Channel.PHONE : channel,
                text(description, "description", "内容", LONGEST_TEXT),
                danger == null ? Danger.NONE : danger,
                scope == null ? Scope.PERSONAL : scope,
                Boolean.TRUE.equals(utilityOut),
                appointment == null
                        ? null
                        : new Slot(
                                moment(appointment.from, "appointment.from", zone),
                                moment(appointment.to, "appointment.to", zone)),
                Details.of(details),
                null);
    }

    /** @return null where the matter is one of its own */
    String joined() {
        return optional(incident, "incident", "事件工单号", 20);
    }

    static String optional(String value, String field, String label, int max) {
        return value == null || value.isBlank() ? null : text(value, field, label, max);
    }

    static String text(String value, String field, String label, int max) {
        if (value == null || value.isBlank()) {
            throw Refusal.invalid("field-missing", field, "请填写" + label + "（" + field + "）");
        }
        String text = value.strip();
        if (text.length() > max) {
            throw Refusal.invalid(
                    "field-too-long", field, "%s（%s）最多 %d 字，现有 %d 字".formatted(label, field, max, text.length()));
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid("field-invalid", field, label + "（" + field + "）含有不能保存的字符");
        }
        return text;
    }

    private static String email(String value) {
        String email = optional(value, "reporter.email", "邮箱", 200);
        if (email != null && !email.matches("[^\\s@<>,;:\"()\\[\\]\\\\]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
            throw Refusal.invalid("email-invalid", "reporter.email", "邮箱（reporter.email）不正确：" + email);
        }
        return email;
    }

    private static Instant moment(String value, String field, ZoneId zone) {
        String text = text(value, field, "时间", 40);
        try {
            return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "moment-invalid", field, "时间（" + field + "）不正确：" + text + "，例如 2026-11-24T10:00+08:00");
        }
    }
}
