package org.shouwen.estate;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Written;

/** Chinese phone numbers as people write them. */
public final class Phone {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    /** With its area code, and an extension behind any of the signs that people write before one. */
    private static final Pattern LANDLINE =
            Pattern.compile("(0(?:10|2\\d|[3-9]\\d{2}))-?(\\d{3,4}-?\\d{4})(?:(?:-|转|#|\\*|,|ext)(\\d{1,5}))?");

    /** Firms are called back on numbers of 400 and 800, or on a short one of the state's (95598, 12345). */
    private static final Pattern OF_A_FIRM = Pattern.compile("([48]00)-?(\\d{3})-?(\\d{4})|95\\d{3,4}|1[0-2]\\d{3}");

    /** What is dialled within the town is kept as it was said. */
    private static final Pattern LOCAL = Pattern.compile("[2-8]\\d{2,3}-?\\d{4}");

    /** From abroad: the country's code, and what follows. */
    private static final Pattern ABROAD = Pattern.compile("(?:\\+|00)(?!86)([1-9][\\d-]{6,16}\\d)");

    /** How people say that there is none. */
    private static final Pattern NONE =
            Pattern.compile("[-—/\\s]*|(没有?|无|未)(留|提供)?(电话|手机|号码)?|無|n/?a|不(详|明|知道|清楚|肯说|愿说|愿留|便说)|未知|拒绝?(提供|透露)?");

    /** A number, in whatever form, perhaps with words before it: 内线 80012. */
    private static final Pattern SOME_NUMBER =
            Pattern.compile("[\\p{IsHan}\\s:+(]*(\\d[^\\d\\p{IsHan}]?){5,20}\\D{0,3}");

    /** What is no doubt one among other words and numbers. */
    private static final Pattern WITHIN = Pattern.compile(
            "(?<![\\d-])(?:1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|0(?:10|2\\d|[3-9]\\d{2})-\\d{7,8})(?![\\d-])");

    private static final int LONGEST = 30;

    /** What is wrong with another one. */
    static final String EXPECTED = "须为 11 位手机号，或带区号的座机号，例如 0531-88886666";

    private Phone() {}

    /**
     * @param written a mobile number; a landline with its area code, and perhaps an extension; a number of the town, of a firm,
     *     or from abroad; tolerated are blanks, dots, brackets, a leading 86, dashes of any kind, and digits at full width
     * @param field name of the field, for the refusal
     * @return 11 digits of a mobile; 0531-88886666-801; 400-810-0080; +85291234567; else the digits as they were said
     */
    public static String normalise(String written, String field) {
        return find(written).orElseThrow(() -> Refusal.invalid("phone-invalid", field, "电话（" + field + "）" + EXPECTED));
    }

    /**
     * @return the number of a caller, who is recorded whatever he says: normalised where it is one, else in his words; "" where
     *     he has or gives none
     * @throws Refusal where it is longer than any number
     */
    public static String said(String written, String field) {
        String text = Written.optional(written, field, "电话", LONGEST);
        return NONE.matcher(text.toLowerCase(Locale.ROOT)).matches()
                ? ""
                : find(text).orElse(text);
    }

    /**
     * The same where nobody looks at it again: no number at all is no fault, but what is given has to be one, if of a form that
     * is not known here.
     *
     * @throws Refusal also where it has fewer than five digits
     */
    public static String told(String written, String field) {
        String said = said(written, field);
        return said.isEmpty() || SOME_NUMBER.matcher(said).matches() ? said : normalise(said, field);
    }

    /** @return the normalised number, if it is one */
    public static Optional<String> find(String written) {
        String bare = Typed.dashed(written)
                .replaceAll("(?i)^(电话|手机|座机|tel)[:.]?", "")
                .replaceAll("\\(0?\\)|\\([^()\\d]*\\p{IsHan}[^()\\d]*\\)$", "")
                .replaceAll("[\\s\\p{Z}().·。、_:'~]", "")
                .replaceAll("-{2,}", "-")
                .replace("分机", "转")
                .toLowerCase(Locale.ROOT)
                .replaceAll("-?转-?", "转");
        String home = bare.replaceFirst("^(\\+|00)?86-?(?=(?:-?\\d){10})", "");
        String mobile = home.replaceAll("[-,/;]|转$", "");
        if (MOBILE.matcher(mobile).matches()) {
            return Optional.of(mobile);
        }
        Matcher landline = LANDLINE.matcher(home.startsWith("0") || home.equals(bare) ? home : "0" + home);
        if (landline.matches()) {
            String extension = landline.group(3) == null ? "" : "-" + landline.group(3);
            return Optional.of(landline.group(1) + "-" + landline.group(2).replace("-", "") + extension);
        }
        Matcher firm = OF_A_FIRM.matcher(home);
        if (firm.matches()) {
            return Optional.of(
                    firm.group(1) == null ? home : firm.group(1) + "-" + firm.group(2) + "-" + firm.group(3));
        }
        Matcher abroad = ABROAD.matcher(bare);
        if (abroad.matches()) {
            return Optional.of("+" + abroad.group(1).replace("-", ""));
        }
        return LOCAL.matcher(bare).matches() ? Optional.of(bare.replace("-", "")) : Optional.empty();
    }

    /**
     * @param phone normalised number
     * @return its last four digits, without an extension, as people say them
     */
    public static String tail(String phone) {
        String number = phone.startsWith("0") ? phone.replaceFirst("^(\\d+-\\d+)-\\d+$", "$1") : phone;
        String digits = number.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 4));
    }

    /** @return the number with its middle hidden, 138****1234; **** of what is no number; "" where there is none */
    public static String masked(String phone) {
        if (phone != null && phone.isEmpty()) {
            return "";
        }
        if (phone == null || phone.length() < 7 || find(phone).isEmpty()) {
            return "****";
        }
        return phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }

    /** @return a text in which every mobile number and every landline with its area code is masked */
    public static String maskedWithin(String text) {
        return WITHIN.matcher(text)
                .replaceAll(found -> masked(find(found.group()).orElse(null)));
    }
}
