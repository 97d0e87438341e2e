package org.shouwen.credential;

/** Marks that only this desk can make, on what is handed out and comes back: the same on every node. */
public interface Signatures {

    /**
     * @param purpose what the mark is for; a mark of one purpose is none of another
     * @param text what is marked
     * @return HMAC-SHA-256 as base64url, 43 characters
     */
    String of(String purpose, String text);
}
