package org.shouwen.desk.web;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.shouwen.estate.Email;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Phone;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Words;
import org.shouwen.problem.Words.Wrong;
import org.shouwen.problem.Written;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Slot;

/**
 * A call as it is typed; refusals name these fields.
 *
 * @param key idempotency key, made when the page was
 * @param home code of the home, or blank
 * @param place code of the common place, or blank
 * @param site code of the site where it concerns neither, or blank
 * @param contact number of the household's contact who reports, or {@value #STRANGER}
 * @param asSaid given where his number is kept in his words, or he has none
 * @param from start of the agreed slot as local time, or blank
 * @param to its end
 * @param answers what was answered to the questions of every kind, by {@code KIND.name}
 */
record RegistrationForm(
        String key,
        String home,
        String place,
        String site,
        String contact,
        String name,
        String phone,
        String asSaid,
        String email,
        String category,
        String danger,
        String scope,
        String utilityOut,
        String from,
        String to,
        String channel,
        String description,
        Map<String, String> answers) {

    static final String STRANGER = "other";

    /** Between a kind and the name of its question. */
    static final String OF = ".";

    private static final int LONGEST_TEXT = 4000;
    private static final Pattern ANSWER = Pattern.compile("[A-Z_]+\\.[A-Za-z]+");

    /** A field of this form stands beside what is said of it; a label is what to do where it is empty. */
    private static final Words WORDS = Words.FIELDS
            .saying(Wrong.MISSING, "field-missing", "%1$s")
            .saying(Wrong.TOO_LONG, "field-too-long", "最多 %4$s 字，现有 %5$s 字")
            .saying(Wrong.UNKEPT, "field-invalid", "含有不能保存的字符")
            .saying(Wrong.MOMENT, "moment-invalid", "时间不正确：%3$s，例如 2026-11-24T10:00")
            .saying(Wrong.CODE, "field-invalid", "%1$s不能是“%3$s”，可选：%4$s");

    RegistrationForm {
        answers = answers == null ? Map.of() : Map.copyOf(answers);
    }

    /** An empty form for a home, a place, or a site as a whole. */
    static RegistrationForm blank(String home, String place, String site, String contact) {
        return new RegistrationForm(
                newKey(),
                home,
                place,
                site,
                contact,
                null,
                null,
                null,
                null,
                null,
                Danger.UNKNOWN.name(),
                Scope.UNKNOWN.name(),
                null,
                null,
                null,
                Channel.PHONE.name(),
                null,
                Map.of());
    }

    /** @return the same with what was answered to the questions of the kinds */
    RegistrationForm answered(Map<String, String> sent) {
        Map<String, String> found = new HashMap<>(sent);
        found.keySet().removeIf(name -> !ANSWER.matcher(name).matches());
        return with(key, category, found);
    }

    /** @return the same with another key: sent again it opens another ticket */
    RegistrationForm renewed() {
        return with(newKey(), category, answers);
    }

    /** @return the same about that category; the same where it is blank */
    RegistrationForm about(String category) {
        return Typed.isBlank(category) ? this : with(key, category, answers);
    }

    private RegistrationForm with(String key, String category, Map<String, String> answers) {
        return new RegistrationForm(
                key,
                home,
                place,
                site,
                contact,
                name,
                phone,
                asSaid,
                email,
                category,
                danger,
                scope,
                utilityOut,
                from,
                to,
                channel,
                description,
                answers);
    }

    private static String newKey() {
        return "desk-" + UUID.randomUUID();
    }

    /**
     * @param kind code of the kind that the category belongs to
     * @param emergency whether it is taken before it is known who reports it and what exactly it is
     */
    Intake intake(String kind, Estate estate, ZoneId zone, Predicate<Intake> emergency) {
        boolean whole = !Typed.isBlank(description)
                && (isContact() || !Typed.isBlank(name) && (!Typed.isBlank(phone) || !Typed.isBlank(asSaid)));
        return whole || !emergency.test(intake(kind, estate, zone, true))
                ? intake(kind, estate, zone, false)
                : intake(kind, estate, zone, true);
    }

    private Intake intake(String kind, Estate estate, ZoneId zone, boolean emergency) {
        if (Typed.isBlank(home) && Typed.isBlank(place) && Typed.isBlank(site)) {
            throw Refusal.invalid("location-required", "location", "请先查找房号或公共部位");
        }
        return new Intake(
                kind,
                text(category, "category", "请选择类别", 40),
                location(home),
                location(place),
                location(site),
                reporter(estate, emergency),
                choice(channel, "channel", "来源", Channel.PHONE),
                emergency
                        ? WORDS.written(description, "description", "问题描述").optional(LONGEST_TEXT)
                        : text(description, "description", "请填写问题描述", LONGEST_TEXT),
                choice(danger, "danger", "危险", Danger.UNKNOWN),
                choice(scope, "scope", "影响范围", Scope.UNKNOWN),
                !Typed.isBlank(utilityOut),
                slot(zone),
                details(kind),
                null);
    }

    /** Only what the chosen kind asks: the fields of the others may be filled as well. */
    private Details details(String kind) {
        Map<String, String> told = new TreeMap<>();
        answers.forEach((name, text) -> {
            if (name.startsWith(kind + OF)) {
                told.put(name.substring(kind.length() + OF.length()), Typed.plain(text));
            }
        });
        return new Details(told);
    }

    private boolean isContact() {
        return !Typed.isBlank(contact) && !STRANGER.equals(contact);
    }

    private Reporter reporter(Estate estate, boolean emergency) {
        if (isContact()) {
            return estate.residentsOf(Typed.plain(home)).stream()
                    .filter(resident -> String.valueOf(resident.number()).equals(contact))
                    .findFirst()
                    .map(resident -> new Reporter(resident.name(), resident.phone(), resident.email()))
                    .orElseThrow(() -> Refusal.invalid("contact-unknown", "contact", "这户没有这位联系人，请重新选择"));
        }
        return new Reporter(
                emergency && Typed.isBlank(name) ? Reporter.PASSER_BY.name() : text(name, "name", "请填写报事人姓名", 60),
                emergency || !Typed.isBlank(asSaid) ? Phone.said(phone, "phone") : Phone.normalise(phone, "phone"),
                emailAddress());
    }

    private String emailAddress() {
        String address = WORDS.written(email, "email", "邮箱").optional(200);
        return address.isEmpty() ? null : Email.normalise(address, "email");
    }

    private Slot slot(ZoneId zone) {
        return Typed.isBlank(from) && Typed.isBlank(to)
                ? null
                : new Slot(
                        WORDS.written(from, "from", "请填写约定上门的开始时间").momentOfAnyYear(zone),
                        WORDS.written(to, "to", "请填写约定上门的结束时间").momentOfAnyYear(zone));
    }

    /** @return null where it is not there */
    private static String location(String code) {
        return Typed.orNull(WORDS.written(code, "location", "").optional(40));
    }

    private static <E extends Enum<E>> E choice(String code, String field, String label, E usual) {
        Written chosen = WORDS.written(code, field, label);
        return chosen.isGiven() ? chosen.code(usual.getDeclaringClass()) : usual;
    }

    private static String text(String value, String field, String whenMissing, int longest) {
        return WORDS.written(value, field, whenMissing).text(longest);
    }
}
