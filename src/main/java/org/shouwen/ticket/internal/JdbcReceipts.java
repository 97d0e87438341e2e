package org.shouwen.ticket.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Receipts;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReceipts implements Receipts {

    private final JdbcClient jdbc;

    JdbcReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Receipt> find(String account, String key) {
        return jdbc.sql("SELECT request, answer FROM receipt WHERE account = ? AND idempotency_key = ?")
                .params(account, key)
                .query((row, i) -> new Receipt(row.getString("request"), row.getString("answer")))
                .optional();
    }

    @Override
    public void keep(String account, String key, Receipt receipt, Instant at) {
        try {
            jdbc.sql("INSERT INTO receipt (account, idempotency_key, request, answer, at) VALUES (?, ?, ?, ?, ?)")
                    .params(account, key, receipt.request(), receipt.answer(), at.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            // The same request arrived twice at once and the other one was faster; asked again, it gets that answer
            throw Refusal.notPossibleNow("request-in-progress", "同一个请求正在办理，请稍后用同一个 Idempotency-Key 重试");
        }
    }
}
