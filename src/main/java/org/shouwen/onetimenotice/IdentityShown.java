package org.shouwen.onetimenotice;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.shouwen.problem.Refusal;

/**
 * Who somebody is, is shown in person: no picture of an identity document is ever taken in, and of its number nothing but the
 * end is kept (D13).
 */
public final class IdentityShown {

    /** Code of the item, in the list of every kind that asks for it. */
    public static final String CODE = "IDENTITY";

    private IdentityShown() {}

    /** @throws Refusal where the item is the identity document: it cannot be handed in by link */
    public static void mustNotBeSent(String item) {
        if (item.equals(CODE)) {
            throw Refusal.invalid("identity-at-desk", "item", "身份证明请带原件到前台核验，系统不保存证件照片");
        }
    }

    /**
     * @param shown codes of the items that were shown at the desk
     * @param written last four characters of the document's number, or null
     * @return them as they are kept; empty: the identity document was not among what was shown
     * @throws Refusal where they are missing, or belong to nothing that was shown
     */
    public static Optional<String> lastFour(Collection<String> shown, String written) {
        if (!shown.contains(CODE)) {
            if (written != null) {
                throw Refusal.invalid("identity-not-shown", "identity", "没有核验身份证明的，不用填证件号码");
            }
            return Optional.empty();
        }
        if (written == null || !written.matches("[0-9A-Za-z]{4}")) {
            throw Refusal.invalid("identity-missing", "identity", "核验了身份证明的，请填证件号码的最后四位；系统不保存完整号码");
        }
        return Optional.of(written.toUpperCase(Locale.ROOT));
    }
}
