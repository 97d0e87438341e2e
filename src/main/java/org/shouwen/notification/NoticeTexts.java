package org.shouwen.notification;

import java.util.List;

/** The wordings of notices as people read them who ask what is sent. */
public interface NoticeTexts {

    /**
     * @param stem {@code closed-resident}
     * @param audience whom it is for
     * @param subject with what is filled in as 〔编号〕, and what is said only at times in ⟦⟧
     * @param body lines, likewise
     */
    record NoticeText(String stem, String audience, String subject, String body) {}

    /** @return every wording, by stem */
    List<NoticeText> all();
}
