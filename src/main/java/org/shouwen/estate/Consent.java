package org.shouwen.estate;

/**
 * What the person who imports has agreed to.
 *
 * @param changes to the changes that the import showed him: another person in a place, a home that stands elsewhere
 * @param households that each home that the file names has the contacts of the file and no others
 */
public record Consent(boolean changes, boolean households) {

    public static final Consent NONE = new Consent(false, false);
}
