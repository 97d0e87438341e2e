package org.shouwen.estate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;

/** Chinese phone numbers as people write them. */
public final class Phone {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("(0(?:10|2\\d|[3-9]\\d{2}))-?(\\d{7,8})(-\\d{1,5})?");

    /** What is wrong with another one. */
    static final String EXPECTED = "须为 11 位手机号，或带区号的座机号，例如 0531-88886666";

    private Phone() {}

    /**
     * @param written a mobile number, or a landline with its area code; tolerated are blanks, a leading +86,
     *     dashes of any kind, and digits at full width
     * @param field name of the field, for the refusal
     * @return 11 digits of a mobile, or area code, dash and number
     */
    public static String normalise(String written, String field) {
        return find(written).orElseThrow(() -> Refusal.invalid("phone-invalid", field, "电话（" + field + "）" + EXPECTED));
    }

    /** @return the normalised number, if it is one */
    public static Optional<String> find(String written) {
        String bare = Typed.narrow(written)
                .replaceAll("[\\s\\p{Z}()]", "")
                .replaceAll("[\\p{Pd}−]", "-")
                .replaceFirst("^(\\+86|0086)-?", "");
        String digits = bare.replace("-", "");
        if (MOBILE.matcher(digits).matches()) {
            return Optional.of(digits);
        }
        Matcher landline = LANDLINE.matcher(bare);
        if (landline.matches()) {
            String extension = landline.group(3) == null ? "" : landline.group(3);
            return Optional.of(landline.group(1) + "-" + landline.group(2) + extension);
        }
        return Optional.empty();
    }

    /**
     * @param phone normalised number
     * @return its last four digits, without an extension, as people say them
     */
    public static String tail(String phone) {
        String[] parts = phone.split("-");
        String number = parts.length > 1 ? parts[1] : parts[0];
        return number.substring(Math.max(0, number.length() - 4));
    }

    /** @return the number with its middle hidden, 138****1234 */
    public static String masked(String phone) {
        if (phone == null || phone.length() < 7) {
            return "****";
        }
        return phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }
}
