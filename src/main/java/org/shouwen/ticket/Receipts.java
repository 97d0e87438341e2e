package org.shouwen.ticket;

import java.time.Instant;
import java.util.Optional;
import org.shouwen.problem.Refusal;

/** What was answered to which idempotency key, so that a repeated request opens nothing twice. */
public interface Receipts {

    Optional<Receipt> find(String account, String key);

    void keep(String account, String key, Receipt receipt, Instant at);

    /** The first request under a key and its answer. */
    record Receipt(String request, String answer) {

        /** @throws Refusal where the key was used for another request */
        public String answerTo(String again) {
            if (!request.equals(again)) {
                throw Refusal.invalid(
                        "idempotency-key-reused", "Idempotency-Key", "这个 Idempotency-Key 已用于另一份内容，请换一个新的");
            }
            return answer;
        }
    }
}
