package org.shouwen.credential;

import java.time.Instant;
import java.util.Optional;

/**
 * What makes a paper one of ours. A token names the paper and is signed with a secret that only this desk has, so that
 * nobody can make one or alter one; whether the paper still holds is asked each time, of the feature that issued it.
 */
public interface Credentials {

    /**
     * Which paper a token stands for.
     *
     * @param kind as {@link Verifiable#kind()} names it
     * @param subject number of the paper
     * @param issue which copy under that number, from 1: a lost one is replaced by the next
     */
    record Reference(String kind, String subject, int issue) {}

    /**
     * The same paper has the same token. It hides nothing: whoever decodes it reads kind, number and issue.
     *
     * @param kind capital letters and underscores
     * @return letters, digits, {@code -} and {@code _} only, about sixty of them
     */
    String token(String kind, String subject, int issue);

    /** @return address of the page that says whether the paper holds, for a QR code */
    String link(String token);

    /** @return empty: no token of ours, or altered */
    Optional<Reference> read(String token);

    /** @return whether the paper holds at that moment; {@link Verdict.State#UNKNOWN} where it is none of ours */
    Verdict verify(String token, Instant at);

    /** @return path where a member of staff goes on with the paper, as {@link Verifiable#staffPage} says */
    Optional<String> staffPage(String token);

    /** @return the text as QR code: PNG, black on white with the quiet zone that scanners ask for */
    byte[] qr(String text);

    /** @return the QR code that stands on the paper: it leads to the page that says whether the paper holds */
    default byte[] code(Reference paper) {
        return qr(link(token(paper.kind(), paper.subject(), paper.issue())));
    }
}
