package org.shouwen.desk.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.shouwen.estate.Estate;
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
 * A call as it is typed; refusals name these fields.
 *
 * @param key idempotency key, made when the page was
 * @param home code of the home, or blank
 * @param place code of the common place, or blank
 * @param site code of the site where it concerns neither, or blank
 * @param contact number of the household's contact who reports, or {@value #STRANGER}
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
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

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
                Danger.NONE.name(),
                Scope.PERSONAL.name(),
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
        return with(key, found);
    }

    /** @return the same with another key: sent again it opens another ticket */
    RegistrationForm renewed() {
        return with(newKey(), answers);
    }

    private RegistrationForm with(String key, Map<String, String> answers) {
        return new RegistrationForm(
                key,
                home,
                place,
                site,
                contact,
                name,
                phone,
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

    /** @param kind code of the kind that the category belongs to */
    Intake intake(String kind, Estate estate, ZoneId zone) {
        if (isBlank(home) && isBlank(place) && isBlank(site)) {
            throw Refusal.invalid("location-required", "location", "请先查找房号或公共部位");
        }
        return new Intake(
                kind,
                text(category, "category", "请选择类别", 40),
                isBlank(home) ? null : text(home, "location", "请先查找房号", 40),
                isBlank(place) ? null : text(place, "location", "请先查找公共部位", 40),
                isBlank(site) ? null : text(site, "location", "请先查找服务点", 40),
                reporter(estate),
                choice(channel, "channel", "来源", Channel.PHONE, Channel::valueOf),
                text(description, "description", "请填写问题描述", LONGEST_TEXT),
                choice(danger, "danger", "危险", Danger.NONE, Danger::valueOf),
                choice(scope, "scope", "影响范围", Scope.PERSONAL, Scope::valueOf),
                !isBlank(utilityOut),
                slot(zone),
                details(kind),
                null);
    }

    /** Only what the chosen kind asks: the fields of the others may be filled as well. */
    private Details details(String kind) {
        Map<String, String> told = new TreeMap<>();
        answers.forEach((name, text) -> {
            if (name.startsWith(kind + OF)) {
                told.put(
                        name.substring(kind.length() + OF.length()),
                        text.strip().replace("\r\n", "\n"));
            }
        });
        return new Details(told);
    }

    private Reporter reporter(Estate estate) {
        if (!isBlank(contact) && !STRANGER.equals(contact)) {
            return estate.residentsOf(isBlank(home) ? "" : home.strip()).stream()
                    .filter(resident -> String.valueOf(resident.number()).equals(contact))
                    .findFirst()
                    .map(resident -> new Reporter(resident.name(), resident.phone(), resident.email()))
                    .orElseThrow(() -> Refusal.invalid("contact-unknown", "contact", "这户没有这位联系人，请重新选择"));
        }
        return new Reporter(text(name, "name", "请填写报事人姓名", 60), Phone.normalise(phone, "phone"), emailAddress());
    }

    private String emailAddress() {
        if (isBlank(email)) {
            return null;
        }
        String address = text(email, "email", "", 200);
        if (!EMAIL.matcher(address).matches()) {
            throw Refusal.invalid("email-invalid", "email", "邮箱不正确：" + address);
        }
        return address;
    }

    private Slot slot(ZoneId zone) {
        if (isBlank(from) && isBlank(to)) {
            return null;
        }
        return new Slot(moment(from, "from", "请填写约定上门的开始时间", zone), moment(to, "to", "请填写约定上门的结束时间", zone));
    }

    private static Instant moment(String value, String field, String whenMissing, ZoneId zone) {
        try {
            return LocalDateTime.parse(text(value, field, whenMissing, 40))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalid("moment-invalid", field, "时间不正确：" + value + "，例如 2026-11-24T10:00");
        }
    }

    private static <E extends Enum<E>> E choice(
            String value, String field, String label, E usual, Function<String, E> parse) {
        if (isBlank(value)) {
            return usual;
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    "field-invalid",
                    field,
                    "%s不能是“%s”，可选：%s"
                            .formatted(
                                    label,
                                    value,
                                    Arrays.toString(usual.getDeclaringClass().getEnumConstants())));
        }
    }

    private static String text(String value, String field, String whenMissing, int longest) {
        if (isBlank(value)) {
            throw Refusal.invalid("field-missing", field, whenMissing);
        }
        String text = value.strip().replace("\r\n", "\n");
        if (text.length() > longest) {
            throw Refusal.invalid("field-too-long", field, "最多 %d 字，现有 %d 字".formatted(longest, text.length()));
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid("field-invalid", field, "含有不能保存的字符");
        }
        return text;
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
