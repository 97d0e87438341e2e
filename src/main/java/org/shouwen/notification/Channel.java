package org.shouwen.notification;

/** A way out of the house; called outside every transaction. Present only where it is configured. */
public interface Channel {

    ChannelKind kind();

    /**
     * Hands the notice over. May be asked twice for the same notice where the process dies in between, so that the
     * receiving side must be able to recognise a repetition by the notice's dedupe key.
     *
     * @throws Undeliverable where no repetition can help
     * @throws RuntimeException where a later attempt may succeed
     */
    void send(Notice notice);

    /** The notice can never arrive this way: the address is wrong, or the other side refused it for good. */
    class Undeliverable extends RuntimeException {

        public Undeliverable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
