package org.shouwen.estate;

import org.shouwen.problem.Typed;

/** Names of persons where not everybody may read them. */
public final class PersonName {

    private PersonName() {}

    /** @return the surname's first character with two stars, however long the name is: 张** */
    public static String masked(String name) {
        String first = Typed.plain(name);
        return first.isEmpty() ? "**" : Character.toString(first.codePointAt(0)) + "**";
    }
}
