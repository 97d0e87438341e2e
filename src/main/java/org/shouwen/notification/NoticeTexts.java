package org.shouwen.notification;

import java.util.List;
import org.shouwen.ticket.Ticket;

/** The wordings of notices in force as people read and write them. */
public interface NoticeTexts {

    /**
     * @param stem name of the wording, {@code closed.to-resident}
     * @param audience whom it is for
     * @param subject with what is filled in as 〔编号〕, and what is said only at times between 〔如有报价〕 and 〔/〕
     * @param body lines, likewise
     */
    record NoticeText(String stem, String audience, String subject, String body) {

        /** @return whether it is about a ticket */
        public boolean isAboutTicket() {
            return !stem.endsWith(".to-staff");
        }
    }

    /**
     * What somebody typed, turned back into a file.
     *
     * @param file as it would be in force
     * @param faults a sentence each; empty: it can be sent
     */
    record Typed(byte[] file, List<String> faults) {}

    /**
     * What a wording would say.
     *
     * @param missing what it would fill in and this ticket does not have, by its words
     */
    record Preview(String subject, String body, List<String> missing) {}

    /** @return every wording, by stem */
    List<NoticeText> all();

    /** @throws org.shouwen.problem.Refusal where there is none of that name */
    NoticeText find(String stem);

    /** @return a file of that wording, in words */
    NoticeText read(String stem, byte[] file);

    /** @return the marks that the wording knows, as they are typed */
    List<String> marks(String stem);

    Typed typed(String stem, String subject, String body);

    /** @param ticket whose facts are filled in; null: their names */
    Preview preview(String stem, byte[] file, Ticket ticket);
}
