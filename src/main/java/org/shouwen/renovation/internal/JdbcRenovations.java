package org.shouwen.renovation.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;
import org.shouwen.renovation.Act;
import org.shouwen.renovation.Application;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.Contractor;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.shouwen.renovation.Scheme;
import org.shouwen.wording.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRenovations implements Renovations {

    private static final String SELECT = """
            SELECT r.*, c.number, c.starts_on AS certified_from, c.ends_on AS certified_until, c.issued_at, c.issued_by,
                c.revoked_at
            FROM renovation r LEFT JOIN renovation_certificate c ON c.ticket = r.ticket
            """;

    private final JdbcClient jdbc;
    private final Moments moments;

    JdbcRenovations(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    @Override
    public void add(Renovation renovation) {
        Application application = renovation.application();
        Scheme scheme = application.scheme();
        jdbc.sql("""
                        INSERT INTO renovation (ticket, site, home, applicant, property, acts, other_act, qualified_design,
                            workers, deposit, firm, qualification, contractor_person, contractor_phone, starts_on, ends_on,
                            stage)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        renovation.ticket(),
                        renovation.site(),
                        renovation.home(),
                        scheme.applicant().name(),
                        scheme.use().name(),
                        codes(scheme.acts()),
                        application.otherAct(),
                        scheme.qualifiedDesign(),
                        scheme.workers(),
                        scheme.deposit(),
                        application.contractor().map(Contractor::firm).orElse(null),
                        application.contractor().map(Contractor::qualification).orElse(null),
                        application.contractor().map(Contractor::person).orElse(null),
                        application.contractor().map(Contractor::phone).orElse(null),
                        application.from(),
                        application.until(),
                        renovation.stage().name()))
                .update();
    }

    @Override
    public Renovation get(String ticket) {
        return find(ticket).orElseThrow(() -> Refusal.notFound("renovation-not-found", "没有编号为 " + ticket + " 的装修"));
    }

    @Override
    public Optional<Renovation> find(String ticket) {
        return jdbc.sql(SELECT + "WHERE r.ticket = ?")
                .param(ticket)
                .query(JdbcRenovations::renovation)
                .optional();
    }

    @Override
    public Optional<String> openAt(String home) {
        return jdbc.sql(
                        "SELECT ticket FROM renovation WHERE home = :home AND stage NOT IN (:over) ORDER BY ticket LIMIT 1")
                .param("home", home)
                .param(
                        "over",
                        List.of(
                                Renovation.Stage.FILED.name(),
                                Renovation.Stage.REFUSED.name(),
                                Renovation.Stage.LAPSED.name(),
                                Renovation.Stage.WITHDRAWN.name()))
                .query(String.class)
                .optional();
    }

    @Override
    public List<Renovation> underWay(String site) {
        return jdbc.sql(SELECT + "WHERE r.site = ? AND r.stage = ? ORDER BY r.ends_on, r.ticket")
                .params(site, Renovation.Stage.REGISTERED.name())
                .query(JdbcRenovations::renovation)
                .list();
    }

    @Override
    public void stands(String ticket, Renovation.Stage stage) {
        jdbc.sql("UPDATE renovation SET stage = ? WHERE ticket = ?")
                .params(stage.name(), ticket)
                .update();
    }

    @Override
    public void changed(String ticket, Application application) {
        jdbc.sql("""
                        UPDATE renovation SET acts = ?, other_act = ?, qualified_design = ?, contractor_person = ?,
                            contractor_phone = ?, starts_on = ?, ends_on = ?
                        WHERE ticket = ?
                        """)
                .params(Arrays.asList(
                        codes(application.scheme().acts()),
                        application.otherAct(),
                        application.scheme().qualifiedDesign(),
                        application.contractor().map(Contractor::person).orElse(null),
                        application.contractor().map(Contractor::phone).orElse(null),
                        application.from(),
                        application.until(),
                        ticket))
                .update();
    }

    @Override
    public String nextCertificate(Instant at) {
        long next = jdbc.sql("SELECT nextval('renovation_certificate_no')")
                .query(Long.class)
                .single();
        return "ZJ-%02d-%06d".formatted(moments.date(at).getYear() % 100, next);
    }

    @Override
    public void certified(Certificate certificate) {
        jdbc.sql("""
                        INSERT INTO renovation_certificate (number, ticket, site, starts_on, ends_on, issued_at, issued_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        certificate.number(),
                        certificate.ticket(),
                        certificate.site(),
                        certificate.from(),
                        certificate.until(),
                        utc(certificate.issuedAt()),
                        certificate.issuedBy())
                .update();
    }

    @Override
    public Optional<Certificate> certificate(String number) {
        return jdbc.sql(SELECT + "WHERE c.number = ?")
                .param(number)
                .query(JdbcRenovations::renovation)
                .optional()
                .flatMap(Renovation::certificate);
    }

    @Override
    public void extended(String certificate, LocalDate until) {
        jdbc.sql("UPDATE renovation_certificate SET ends_on = ? WHERE number = ?")
                .params(until, certificate)
                .update();
        jdbc.sql("""
                        UPDATE renovation SET ends_on = ?
                        WHERE ticket = (SELECT ticket FROM renovation_certificate WHERE number = ?)
                        """).params(until, certificate).update();
    }

    @Override
    public void revoked(String certificate, String reason, String by, Instant at) {
        jdbc.sql("UPDATE renovation_certificate SET revoked_at = ?, revoked_by = ?, revoked_why = ? WHERE number = ?")
                .params(utc(at), by, reason, certificate)
                .update();
    }

    private static Renovation renovation(ResultSet row, int i) throws SQLException {
        return new Renovation(
                row.getString("ticket"),
                row.getString("site"),
                row.getString("home"),
                application(row),
                Renovation.Stage.valueOf(row.getString("stage")),
                certificateIn(row));
    }

    private static Application application(ResultSet row) throws SQLException {
        String firm = row.getString("firm");
        return new Application(
                new Scheme(
                        Scheme.Applicant.valueOf(row.getString("applicant")),
                        Scheme.Use.valueOf(row.getString("property")),
                        acts(row.getString("acts")),
                        row.getBoolean("qualified_design"),
                        firm != null,
                        row.getBoolean("workers"),
                        row.getBoolean("deposit")),
                row.getString("other_act"),
                firm == null
                        ? Optional.empty()
                        : Optional.of(new Contractor(
                                firm,
                                row.getString("qualification"),
                                row.getString("contractor_person"),
                                row.getString("contractor_phone"))),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class));
    }

    private static Optional<Certificate> certificateIn(ResultSet row) throws SQLException {
        String number = row.getString("number");
        return number == null
                ? Optional.empty()
                : Optional.of(new Certificate(
                        number,
                        row.getString("ticket"),
                        row.getString("site"),
                        row.getObject("certified_from", LocalDate.class),
                        row.getObject("certified_until", LocalDate.class),
                        instant(row, "issued_at"),
                        row.getString("issued_by"),
                        Optional.ofNullable(instant(row, "revoked_at"))));
    }

    private static String codes(Set<Act> acts) {
        return acts.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Set<Act> acts(String codes) {
        return Arrays.stream(codes.split(",")).map(Act::valueOf).collect(Collectors.toSet());
    }

    static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
