package org.shouwen.resident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** All links to residents' pages, in our own tables. */
@Repository
public class Links {

    private static final Columns<Link> LINK = Columns.of(Link.class).generated("id");

    private final Sql sql;

    Links(Sql sql) {
        this.sql = sql;
    }

    /** @param purpose what a second person of the ticket is asked; null: the link is the resident's */
    public void add(String tokenHash, String ticket, String purpose, String by, Instant at) {
        sql.insert("resident_link", LINK.values(new Link(0, tokenHash, ticket, purpose, at, by, null)));
    }

    public Optional<Link> withHash(String tokenHash) {
        return sql.find(LINK, "SELECT * FROM resident_link WHERE token_hash = ?", tokenHash);
    }

    public Optional<Link> find(long id) {
        return sql.find(LINK, "SELECT * FROM resident_link WHERE id = ?", id);
    }

    /** @return oldest first */
    public List<Link> of(String ticket) {
        return sql.list(LINK, "SELECT * FROM resident_link WHERE ticket = ? ORDER BY id", ticket);
    }

    /** @return numbers of the tickets of this home that the person with that phone number reported and has links to */
    public List<String> heldBy(String home, String phone) {
        return sql.list(String.class, """
                SELECT DISTINCT l.ticket FROM resident_link l JOIN ticket t ON t.number = l.ticket
                WHERE t.home = ? AND t.reporter_phone = ? AND l.revoked_at IS NULL ORDER BY l.ticket
                """, home, phone);
    }

    /** Keeps that whoever reported tickets of this home with that phone number does not live there any more. */
    public void left(String home, String phone) {
        sql.update("""
                INSERT INTO reporter_left (ticket, phone) SELECT t.number, t.reporter_phone FROM ticket t
                WHERE t.home = ? AND t.reporter_phone = ? AND NOT EXISTS (
                    SELECT 1 FROM reporter_left l WHERE l.ticket = t.number AND l.phone = t.reporter_phone)
                """, home, phone);
    }

    /** @return whether whoever reported the ticket does not live in its home any more on that day */
    public boolean isOfFormerResident(String ticket, LocalDate day) {
        return sql.count("""
                SELECT count(*) FROM ticket t
                WHERE t.number = ? AND (
                    EXISTS (SELECT 1 FROM reporter_left l WHERE l.ticket = t.number AND l.phone = t.reporter_phone)
                    OR EXISTS (SELECT 1 FROM resident r
                        WHERE r.home = t.home AND r.phone = t.reporter_phone AND r.moved_out <= ?))
                AND NOT EXISTS (
                    SELECT 1 FROM resident s
                    WHERE s.home = t.home AND s.phone = t.reporter_phone AND (s.moved_out IS NULL OR s.moved_out > ?))
                """, ticket, day, day) > 0;
    }

    /** @return how many were valid until now */
    public int revoke(String ticket, String by, Instant at) {
        return sql.update(
                "UPDATE resident_link SET revoked_at = ?, revoked_by = ? WHERE ticket = ? AND revoked_at IS NULL",
                at,
                by,
                ticket);
    }
}
