package org.shouwen.notification.internal;

import org.shouwen.ticket.ResidentLinks;

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

    /** @return the same, with where the resident looks on, unless the wording says it already */
    Text withLink() {
        return says(ResidentLinks.PLACE)
                ? this
                : new Text(
                        subject,
                        body + "\n\n随时查看进度、催办或补交照片和材料：" + ResidentLinks.PLACE + "\n（链接只能打开您这一件事，办结 14 天后失效，请勿转发。）");
    }

    /** @return the same for anybody but him to whom it goes, and to whom alone the link belongs */
    Text withoutLink() {
        return new Text(subject, body.replace(ResidentLinks.PLACE, "（链接只发给收件人本人）"));
    }

    boolean says(String words) {
        return body.contains(words);
    }

    /** @return the same, led by a remark of ours */
    Text under(String subjectMark, String remark) {
        return new Text("【" + subjectMark + "】" + subject, remark + "\n\n" + body);
    }
}
