package org.shouwen.complaint;

import java.time.Instant;

/**
 * What the resident was told, and what he said to it.
 *
 * @param round counts the answers of a complaint, from 1
 * @param remark the resident's words, or null
 * @param written whether it went out as a letter
 */
public record Answer(
        String ticket,
        int round,
        Instant at,
        String by,
        String text,
        Response response,
        String remark,
        boolean written) {

    /** What a resident says to an answer. */
    public enum Response {
        AGREED("业主认可"),
        SILENT("业主没有表态"),
        DISPUTED("业主有异议");

        private final String label;

        Response(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How a letter on paper reached the resident. */
    public enum Delivery {
        HANDED_OVER("当面送达，业主签收"),
        POSTED("邮寄，业主已收到"),
        COLLECTED("业主来取");

        private final String label;

        Delivery(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /** @return number of the letter: the ticket's and the round, TS-26-000012-01 */
    public String letterNumber() {
        return letterNumber(ticket, round);
    }

    static String letterNumber(String ticket, int round) {
        return "%s-%02d".formatted(ticket, round);
    }

    Answer inRound(int number) {
        return new Answer(ticket, number, at, by, text, response, remark, written);
    }
}
