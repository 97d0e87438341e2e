package org.shouwen.estate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;

/** E-mail addresses as people write them. */
public final class Email {

    public static final int LONGEST = 254;

    /**
     * What a mail server takes (RFC 5321): ASCII only, as it may send what is written in other letters to somebody else; no dot
     * at an end or beside another; names of hosts of letters, digits and dashes within, the last one not a number.
     */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?=.{1,64}@)[\\w!#$%&'*+/=?^`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+(?=[A-Za-z0-9-]*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private Email() {}

    /**
     * @param field name of the field, for the refusal
     * @return the address
     */
    public static String normalise(String written, String field) {
        return find(written)
                .orElseThrow(
                        () -> Refusal.invalid("email-invalid", field, "邮箱（" + field + "）不正确：" + Typed.plain(written)));
    }

    /** @return the address, if it is one */
    public static Optional<String> find(String written) {
        return Optional.of(Typed.narrow(written)
                        .replaceFirst("(?i)^(mailto|邮箱|e-?mail)[:：]\\s*", "")
                        .replace('。', '.'))
                .filter(address -> address.length() <= LONGEST)
                .filter(address -> ADDRESS.matcher(address).matches());
    }

    /** @return the address with all but its first letter hidden before the sign, z***@example.com */
    public static String masked(String address) {
        return address.replaceFirst("(?<=^.).*(?=@)", "***");
    }

    /** @return a text in which every address is masked */
    public static String maskedWithin(String text) {
        return ADDRESS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(masked(found.group())));
    }
}
