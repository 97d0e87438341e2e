package org.shouwen.goodsrelease;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.shouwen.gate.GatePaper;
import org.shouwen.gate.Goods;
import org.shouwen.goodsrelease.GoodsRelease.Applicant;
import org.shouwen.goodsrelease.GoodsRelease.Application;
import org.shouwen.goodsrelease.GoodsRelease.Consent;
import org.shouwen.goodsrelease.GoodsRelease.How;
import org.shouwen.goodsrelease.GoodsRelease.Proof;
import org.shouwen.goodsrelease.GoodsRelease.Ruling;
import org.shouwen.goodsrelease.GoodsRelease.Slip;
import org.shouwen.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All releases of goods, with what passed the gate. */
@Repository
public class GoodsReleases {

    private final JdbcClient jdbc;

    GoodsReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String number, String site, Application told, List<Goods> goods) {
        jdbc.sql("""
                        INSERT INTO goods_release (number, site, applicant, proof, arrears, ruling, missing, basis, last_day)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        number,
                        site,
                        told.applicant().name(),
                        told.proof().name(),
                        told.arrears(),
                        told.ruling().name(),
                        told.missing(),
                        told.basis(),
                        told.lastDay())
                .update();
        goods.forEach(line -> jdbc.sql(
                        "INSERT INTO goods_line (number, line, what, listed, remaining) VALUES (?, ?, ?, ?, ?)")
                .params(number, line.line(), line.what(), line.listed(), line.left())
                .update());
    }

    Optional<GoodsRelease> find(String number) {
        return jdbc.sql("SELECT * FROM goods_release WHERE number = ?")
                .param(number)
                .query((row, i) -> release(row, goods(number)))
                .optional();
    }

    /** @throws Refusal where there is no release of that number */
    public GoodsRelease get(String number) {
        return find(number).orElseThrow(() -> Refusal.notFound("goods-not-found", "没有编号为 " + number + " 的物品放行"));
    }

    /** @return the release, held until the transaction ends: what passes is counted by one at a time */
    GoodsRelease hold(String number) {
        jdbc.sql("SELECT number FROM goods_release WHERE number = ? FOR UPDATE")
                .param(number)
                .query(String.class)
                .optional();
        return get(number);
    }

    void consented(String number, Consent said) {
        jdbc.sql("""
                        UPDATE goods_release SET consent = ?, consent_how = ?, consent_words = ?, consent_by = ?, consent_at = ?
                        WHERE number = ?
                        """)
                .params(said.given(), said.how().name(), said.words(), said.by(), utc(said.at()), number)
                .update();
    }

    void issued(String number, Slip slip) {
        jdbc.sql("UPDATE goods_release SET issued_at = ?, issued_by = ?, valid_until = ? WHERE number = ?")
                .params(utc(slip.issuedAt()), slip.issuedBy(), utc(slip.until()), number)
                .update();
    }

    void ended(String number, Instant at) {
        jdbc.sql("UPDATE goods_release SET ended_at = ? WHERE number = ?")
                .params(utc(at), number)
                .update();
    }

    /** @param text what passed, or why nothing did */
    void atTheGate(String number, List<Goods> left, boolean turnedAway, String text, String by, Instant at) {
        left.forEach(line -> jdbc.sql("UPDATE goods_line SET remaining = ? WHERE number = ? AND line = ?")
                .params(line.left(), number, line.line())
                .update());
        jdbc.sql("INSERT INTO goods_passage (number, at, passed_by, turned_away, text) VALUES (?, ?, ?, ?, ?)")
                .params(number, utc(at), by, turnedAway, text)
                .update();
    }

    /** @return what happened at the site's gates, newest first */
    List<GatePaper.Event> events(String site, Instant since, int most) {
        return jdbc.sql("""
                        SELECT p.* FROM goods_passage p JOIN goods_release r ON r.number = p.number
                        WHERE r.site = ? AND p.at >= ? ORDER BY p.id DESC LIMIT ?
                        """)
                .params(site, utc(since), most)
                .query((row, i) -> new GatePaper.Event(
                        at(row, "at"),
                        row.getString("number"),
                        row.getBoolean("turned_away") ? "不放行" : "放行",
                        row.getString("text"),
                        row.getBoolean("turned_away")))
                .list();
    }

    /** @return releases of the sites whose slips were issued in that time, in the order they were */
    List<GoodsRelease> issued(List<String> sites, Instant from, Instant until) {
        return sites.isEmpty()
                ? List.of()
                : jdbc
                        .sql("SELECT number FROM goods_release WHERE site IN (:sites) AND issued_at >= :from"
                                + " AND issued_at < :until ORDER BY issued_at, number")
                        .param("sites", sites)
                        .param("from", utc(from))
                        .param("until", utc(until))
                        .query(String.class)
                        .list()
                        .stream()
                        .map(this::get)
                        .toList();
    }

    private List<Goods> goods(String number) {
        return jdbc.sql("SELECT * FROM goods_line WHERE number = ? ORDER BY line")
                .param(number)
                .query((row, i) -> new Goods(
                        row.getInt("line"), row.getString("what"), row.getInt("listed"), row.getInt("remaining")))
                .list();
    }

    private static GoodsRelease release(ResultSet row, List<Goods> goods) throws SQLException {
        return new GoodsRelease(
                row.getString("number"),
                new Application(
                        Applicant.valueOf(row.getString("applicant")),
                        Proof.valueOf(row.getString("proof")),
                        row.getBoolean("arrears"),
                        Ruling.valueOf(row.getString("ruling")),
                        row.getString("missing"),
                        row.getString("basis"),
                        row.getObject("last_day", LocalDate.class)),
                row.getString("consent_how") == null
                        ? Optional.empty()
                        : Optional.of(new Consent(
                                row.getBoolean("consent"),
                                How.valueOf(row.getString("consent_how")),
                                row.getString("consent_words"),
                                row.getString("consent_by"),
                                at(row, "consent_at"))),
                row.getString("issued_by") == null
                        ? Optional.empty()
                        : Optional.of(new Slip(
                                at(row, "issued_at"),
                                row.getString("issued_by"),
                                at(row, "valid_until"),
                                row.getObject("ended_at") == null ? null : at(row, "ended_at"))),
                goods);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
