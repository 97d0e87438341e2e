package org.shouwen.renovation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** What is kept with a renovation on its way to the certificate: papers, opinions, agreement, receipts. */
@Repository
public class Dossiers {

    private static final Columns<HandedIn> PAPER =
            Columns.of(HandedIn.class).named("at", "handed_in_at").named("by", "handed_in_by");

    private static final Columns<Wait> WAIT =
            Columns.of(Wait.class).named("due", "supplement_due").named("explanation", "supplement_why");

    private static final Columns<Opinion> OPINION = Columns.of(Opinion.class).named("by", "actor");

    private static final Columns<Agreement> AGREEMENT =
            Columns.of(Agreement.class).named("at", "signed_at").named("by", "actor");

    private static final Columns<CautionReceipt> RECEIPT =
            Columns.of(CautionReceipt.class).named("at", "received_at").named("by", "actor");

    private final Sql sql;

    Dossiers(Sql sql) {
        this.sql = sql;
    }

    /** Papers were handed in; one that was handed in before is handed in anew. */
    public void handedIn(String ticket, Collection<HandedIn> papers) {
        notAccepted(ticket, papers.stream().map(HandedIn::code).toList());
        papers.forEach(paper -> sql.insert("renovation_document", PAPER.values(paper, "ticket", ticket)));
    }

    /** @return in the order in which they came */
    public List<HandedIn> handedIn(String ticket) {
        return sql.list(
                PAPER, "SELECT * FROM renovation_document WHERE ticket = ? ORDER BY handed_in_at, code", ticket);
    }

    /** A paper that came by link does not do: it is as if it had not come. */
    public void notAccepted(String ticket, Collection<String> codes) {
        if (!codes.isEmpty()) {
            sql.update("DELETE FROM renovation_document WHERE ticket = ? AND code IN (?)", ticket, List.copyOf(codes));
        }
    }

    /** The identity document was seen; of its number nothing but the end is kept (D13). */
    public void identified(String ticket, String lastFour) {
        sql.update("UPDATE renovation SET id_last_four = ? WHERE ticket = ?", lastFour, ticket);
    }

    /** @return the last four characters of the identity document that was seen */
    public Optional<String> identity(String ticket) {
        return sql.find(String.class, "SELECT id_last_four FROM renovation WHERE ticket = ?", ticket);
    }

    /** @param due when the applicant has waited too long, and why it is then */
    public void waits(String ticket, Instant due, String explanation) {
        sql.update(
                "UPDATE renovation SET supplement_due = ?, supplement_why = ? WHERE ticket = ?",
                due,
                explanation,
                ticket);
    }

    /** @return until when it waits for the applicant, as long as it does */
    public Optional<Wait> waiting(String ticket) {
        return sql.find(WAIT, """
                SELECT supplement_due, supplement_why FROM renovation
                WHERE ticket = ? AND stage = 'SUPPLEMENTING' AND supplement_due IS NOT NULL
                """, ticket);
    }

    public void opined(String ticket, Opinion opinion) {
        sql.insert("renovation_opinion", OPINION.values(opinion, "ticket", ticket));
    }

    /** @return oldest first */
    public List<Opinion> opinions(String ticket) {
        return sql.list(OPINION, "SELECT * FROM renovation_opinion WHERE ticket = ? ORDER BY id", ticket);
    }

    public void signed(String ticket, Agreement agreement) {
        sql.insert("renovation_agreement", AGREEMENT.values(agreement, "ticket", ticket));
    }

    public Optional<Agreement> agreement(String ticket) {
        return sql.find(AGREEMENT, "SELECT * FROM renovation_agreement WHERE ticket = ?", ticket);
    }

    /** @return false where that party has received them already */
    public boolean received(String ticket, CautionReceipt receipt) {
        boolean before = receipts(ticket).stream().anyMatch(other -> other.party() == receipt.party());
        if (!before) {
            sql.insert("renovation_receipt", RECEIPT.values(receipt, "ticket", ticket));
        }
        return !before;
    }

    public List<CautionReceipt> receipts(String ticket) {
        return sql.list(
                RECEIPT, "SELECT * FROM renovation_receipt WHERE ticket = ? ORDER BY received_at, party", ticket);
    }

    /** @param explanation why it is that moment, in Chinese */
    public record Wait(Instant due, String explanation) {}
}
