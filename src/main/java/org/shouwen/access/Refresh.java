package org.shouwen.access;

/**
 * A page that looks by itself whether something is new (docs/adr/0015): it is answered 304 where nothing is, and it keeps
 * nobody signed in, for nobody may be there.
 */
public final class Refresh {

    /** Sent with such a request, whatever its value. */
    public static final String HEADER = "Shouwen-Refresh";

    private Refresh() {}
}
