package org.shouwen.estate;

/** Names of persons where not everybody may read them. */
public final class PersonName {

    private PersonName() {}

    /** @return the surname's first character with two stars, however long the name is: 张** */
    public static String masked(String name) {
        String first = name == null ? "" : name.strip();
        return first.isEmpty() ? "**" : Character.toString(first.codePointAt(0)) + "**";
    }
}
