package org.shouwen.ticket;

import java.time.Instant;
import java.util.Optional;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** What was answered to which idempotency key, so that a repeated request opens nothing twice. */
@Repository
public class Receipts {

    /** The first request under a key and its answer. */
    public record Receipt(String request, String answer) {

        /** @throws Refusal where the key was used for another request */
        public String answerTo(String again) {
            if (!request.equals(again)) {
                throw Refusal.invalid(
                        "idempotency-key-reused", "Idempotency-Key", "这个 Idempotency-Key 已用于另一份内容，请换一个新的");
            }
            return answer;
        }
    }

    private static final Columns<Receipt> RECEIPT = Columns.of(Receipt.class);

    private final Sql sql;

    Receipts(Sql sql) {
        this.sql = sql;
    }

    public Optional<Receipt> find(String account, String key) {
        return sql.find(
                RECEIPT, "SELECT request, answer FROM receipt WHERE account = ? AND idempotency_key = ?", account, key);
    }

    public void keep(String account, String key, Receipt receipt, Instant at) {
        try {
            sql.insert("receipt", RECEIPT.values(receipt, "account", account, "idempotency_key", key, "at", at));
        } catch (DuplicateKeyException e) {
            // The same request arrived twice at once and the other one was faster; asked again, it gets that answer
            throw Refusal.notPossibleNow("request-in-progress", "同一个请求正在办理，请稍后用同一个 Idempotency-Key 重试");
        }
    }
}
