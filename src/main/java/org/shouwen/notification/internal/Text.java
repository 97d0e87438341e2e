package org.shouwen.notification.internal;

/**
 * What a notice says.
 *
 * @param subject one line
 */
record Text(String subject, String body) {

    /** A line break in a subject would start a new mail header. */
    Text {
        subject = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** @return the same, led by a remark of ours */
    Text under(String subjectMark, String remark) {
        return new Text("【" + subjectMark + "】" + subject, remark + "\n\n" + body);
    }
}
