package org.shouwen.renovation.internal;

import static org.shouwen.renovation.internal.JdbcRenovations.instant;
import static org.shouwen.renovation.internal.JdbcRenovations.utc;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.shouwen.renovation.Agreement;
import org.shouwen.renovation.CautionReceipt;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.HandedIn;
import org.shouwen.renovation.Opinion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDossiers implements Dossiers {

    private final JdbcClient jdbc;

    JdbcDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void handedIn(String ticket, Collection<HandedIn> papers) {
        notAccepted(ticket, papers.stream().map(HandedIn::code).toList());
        for (HandedIn paper : papers) {
            jdbc.sql("""
                            INSERT INTO renovation_document (ticket, code, handed_in_at, handed_in_by, checked)
                            VALUES (?, ?, ?, ?, ?)
                            """)
                    .params(ticket, paper.code(), utc(paper.at()), paper.by(), paper.checked())
                    .update();
        }
    }

    @Override
    public List<HandedIn> handedIn(String ticket) {
        return jdbc.sql("SELECT * FROM renovation_document WHERE ticket = ? ORDER BY handed_in_at, code")
                .param(ticket)
                .query((row, i) -> new HandedIn(
                        row.getString("code"),
                        instant(row, "handed_in_at"),
                        row.getString("handed_in_by"),
                        row.getBoolean("checked")))
                .list();
    }

    @Override
    public void notAccepted(String ticket, Collection<String> codes) {
        if (!codes.isEmpty()) {
            jdbc.sql("DELETE FROM renovation_document WHERE ticket = :ticket AND code IN (:codes)")
                    .param("ticket", ticket)
                    .param("codes", codes)
                    .update();
        }
    }

    @Override
    public void identified(String ticket, String lastFour) {
        jdbc.sql("UPDATE renovation SET id_last_four = ? WHERE ticket = ?")
                .params(lastFour, ticket)
                .update();
    }

    @Override
    public Optional<String> identity(String ticket) {
        return jdbc.sql("SELECT id_last_four FROM renovation WHERE ticket = ? AND id_last_four IS NOT NULL")
                .param(ticket)
                .query(String.class)
                .optional();
    }

    @Override
    public void waits(String ticket, Instant due, String explanation) {
        jdbc.sql("UPDATE renovation SET supplement_due = ?, supplement_why = ? WHERE ticket = ?")
                .params(utc(due), explanation, ticket)
                .update();
    }

    @Override
    public Optional<Wait> waiting(String ticket) {
        return jdbc.sql("""
                        SELECT supplement_due, supplement_why FROM renovation
                        WHERE ticket = ? AND stage = 'SUPPLEMENTING' AND supplement_due IS NOT NULL
                        """)
                .param(ticket)
                .query((row, i) -> new Wait(instant(row, "supplement_due"), row.getString("supplement_why")))
                .optional();
    }

    @Override
    public void opined(String ticket, Opinion opinion) {
        jdbc.sql("INSERT INTO renovation_opinion (ticket, at, actor, step, result, words) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        ticket,
                        utc(opinion.at()),
                        opinion.by(),
                        opinion.step().name(),
                        opinion.result().name(),
                        opinion.words())
                .update();
    }

    @Override
    public List<Opinion> opinions(String ticket) {
        return jdbc.sql("SELECT * FROM renovation_opinion WHERE ticket = ? ORDER BY id")
                .param(ticket)
                .query((row, i) -> new Opinion(
                        instant(row, "at"),
                        row.getString("actor"),
                        Opinion.Step.valueOf(row.getString("step")),
                        Opinion.Result.valueOf(row.getString("result")),
                        row.getString("words")))
                .list();
    }

    @Override
    public void signed(String ticket, Agreement agreement) {
        jdbc.sql("""
                        INSERT INTO renovation_agreement (ticket, signed_at, actor, waste, facade, fee, breach, other,
                            deposit_receipt)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        ticket,
                        utc(agreement.at()),
                        agreement.by(),
                        agreement.waste(),
                        agreement.facade(),
                        agreement.fee(),
                        agreement.breach(),
                        agreement.other(),
                        agreement.depositReceipt()))
                .update();
    }

    @Override
    public Optional<Agreement> agreement(String ticket) {
        return jdbc.sql("SELECT * FROM renovation_agreement WHERE ticket = ?")
                .param(ticket)
                .query((row, i) -> new Agreement(
                        instant(row, "signed_at"),
                        row.getString("actor"),
                        row.getString("waste"),
                        row.getString("facade"),
                        row.getBigDecimal("fee"),
                        row.getString("breach"),
                        row.getString("other"),
                        row.getString("deposit_receipt")))
                .optional();
    }

    @Override
    public boolean received(String ticket, CautionReceipt receipt) {
        boolean before = receipts(ticket).stream().anyMatch(other -> other.party() == receipt.party());
        if (!before) {
            jdbc.sql("INSERT INTO renovation_receipt (ticket, party, received_at, how, actor) VALUES (?, ?, ?, ?, ?)")
                    .params(
                            ticket,
                            receipt.party().name(),
                            utc(receipt.at()),
                            receipt.how().name(),
                            receipt.by())
                    .update();
        }
        return !before;
    }

    @Override
    public List<CautionReceipt> receipts(String ticket) {
        return jdbc.sql("SELECT * FROM renovation_receipt WHERE ticket = ? ORDER BY received_at, party")
                .param(ticket)
                .query((row, i) -> new CautionReceipt(
                        CautionReceipt.Party.valueOf(row.getString("party")),
                        CautionReceipt.How.valueOf(row.getString("how")),
                        instant(row, "received_at"),
                        row.getString("actor")))
                .list();
    }
}
