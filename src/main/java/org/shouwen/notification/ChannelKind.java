package org.shouwen.notification;

/** The ways a notice can go. */
public enum ChannelKind {
    EMAIL("邮件"),
    IN_APP("站内");

    private final String label;

    ChannelKind(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
