package org.shouwen.renovation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Repository;

/** The renovations there are, and their certificates. */
@Repository
public class Renovations {

    /** The certificate of a renovation does not count any more; published in the same transaction. */
    public record Revoked(String ticket) {}

    private static final Columns<Renovation> RENOVATION = Columns.of(Renovation.class)
            .named("application.scheme.use", "property")
            .named("application.contractor.person", "contractor_person")
            .named("application.contractor.phone", "contractor_phone")
            .named("application.from", "starts_on")
            .named("application.until", "ends_on")
            .named("certificate.ticket", "certified_ticket")
            .named("certificate.site", "certified_site")
            .named("certificate.from", "certified_from")
            .named("certificate.until", "certified_until");

    private static final Columns<Certificate> CERTIFICATE =
            Columns.of(Certificate.class).named("from", "starts_on").named("until", "ends_on");

    private static final String SELECT = """
            SELECT r.*, r.firm IS NOT NULL AS contractor, c.number, c.ticket AS certified_ticket,
                c.site AS certified_site, c.starts_on AS certified_from, c.ends_on AS certified_until, c.issued_at,
                c.issued_by, c.revoked_at
            FROM renovation r LEFT JOIN renovation_certificate c ON c.ticket = r.ticket
            """;

    private final Sql sql;
    private final Moments moments;

    Renovations(Sql sql, Moments moments) {
        this.sql = sql;
        this.moments = moments;
    }

    /** Stores a new application. */
    public void add(Renovation renovation) {
        sql.insert(
                "renovation",
                RENOVATION
                        .with("application.scheme.contractor", false)
                        .with("certificate", Optional.empty())
                        .values(renovation));
    }

    /** @throws Refusal not found, with a sentence */
    public Renovation get(String ticket) {
        return find(ticket).orElseThrow(() -> Refusal.notFound("renovation-not-found", "没有编号为 " + ticket + " 的装修"));
    }

    public Optional<Renovation> find(String ticket) {
        return sql.find(RENOVATION, SELECT + "WHERE r.ticket = ?", ticket);
    }

    /** @return number of the ticket of the home's renovation that is applied for or under way, if there is one */
    public Optional<String> openAt(String home) {
        return sql.find(
                String.class,
                "SELECT ticket FROM renovation WHERE home = ? AND stage NOT IN (?) ORDER BY ticket LIMIT 1",
                home,
                List.of(
                        Renovation.Stage.FILED,
                        Renovation.Stage.REFUSED,
                        Renovation.Stage.LAPSED,
                        Renovation.Stage.WITHDRAWN));
    }

    /** @return whether the home has a registration certificate that counts on that day: not revoked, its work not filed */
    public boolean isCertified(String home, LocalDate day) {
        return sql.count("""
                        SELECT COUNT(*) FROM renovation r JOIN renovation_certificate c ON c.ticket = r.ticket
                        WHERE r.home = ? AND r.stage = ? AND c.revoked_at IS NULL AND ? BETWEEN c.starts_on AND c.ends_on
                        """, home, Renovation.Stage.REGISTERED, day) > 0;
    }

    public void stands(String ticket, Renovation.Stage stage) {
        sql.update("UPDATE renovation SET stage = ? WHERE ticket = ?", stage, ticket);
    }

    /** The plan or who carries it out is different now. */
    public void changed(String ticket, Application application) {
        sql.update(
                """
                UPDATE renovation SET acts = ?, other_act = ?, qualified_design = ?, firm = ?, qualification = ?,
                    contractor_person = ?, contractor_phone = ?, starts_on = ?, ends_on = ?
                WHERE ticket = ?
                """,
                application.scheme().acts(),
                application.otherAct(),
                application.scheme().qualifiedDesign(),
                application.contractor().map(Contractor::firm),
                application.contractor().map(Contractor::qualification),
                application.contractor().map(Contractor::person),
                application.contractor().map(Contractor::phone),
                application.from(),
                application.until(),
                ticket);
    }

    /** @return number of the next certificate; its year is the site's */
    public String nextCertificate(Instant at) {
        long next = sql.find(Long.class, "SELECT nextval('renovation_certificate_no')")
                .orElseThrow();
        return "ZJ-%02d-%06d".formatted(moments.date(at).getYear() % 100, next);
    }

    public void certified(Certificate certificate) {
        sql.insert("renovation_certificate", CERTIFICATE.values(certificate));
    }

    /** @param number of the certificate, for example {@code ZJ-26-000001} */
    public Optional<Certificate> certificate(String number) {
        return sql.find(CERTIFICATE, "SELECT * FROM renovation_certificate WHERE number = ?", number);
    }

    /** @return those of a site that count on that day, or will: not revoked, their work not filed; by number */
    public List<Certificate> counting(String site, LocalDate day) {
        return sql.list(CERTIFICATE, """
                SELECT c.* FROM renovation_certificate c JOIN renovation r ON r.ticket = c.ticket
                WHERE c.site = ? AND r.stage = ? AND c.revoked_at IS NULL AND c.ends_on >= ? ORDER BY c.number
                """, site, Renovation.Stage.REGISTERED, day);
    }

    /** The certificate counts until another day. */
    public void extended(String certificate, LocalDate until) {
        sql.update("UPDATE renovation_certificate SET ends_on = ? WHERE number = ?", until, certificate);
        sql.update("""
                UPDATE renovation SET ends_on = ?
                WHERE ticket = (SELECT ticket FROM renovation_certificate WHERE number = ?)
                """, until, certificate);
    }

    public void revoked(String certificate, String reason, String by, Instant at) {
        sql.update(
                "UPDATE renovation_certificate SET revoked_at = ?, revoked_by = ?, revoked_why = ? WHERE number = ?",
                at,
                by,
                reason,
                certificate);
    }
}
