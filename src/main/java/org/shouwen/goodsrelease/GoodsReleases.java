package org.shouwen.goodsrelease;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shouwen.gate.GatePaper;
import org.shouwen.gate.Goods;
import org.shouwen.goodsrelease.GoodsRelease.Application;
import org.shouwen.goodsrelease.GoodsRelease.Consent;
import org.shouwen.goodsrelease.GoodsRelease.Ground;
import org.shouwen.goodsrelease.GoodsRelease.Slip;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** All releases of goods, with what passed the gate. */
@Repository
public class GoodsReleases {

    private static final Columns<Application> APPLICATION = Columns.of(Application.class);
    private static final Columns<Goods> GOODS = Columns.of(Goods.class).named("left", "remaining");
    private static final Columns<GatePaper.Event> EVENT =
            Columns.of(GatePaper.Event.class).reading("what", row -> row.getBoolean("turned_away") ? "不放行" : "放行");

    private final Sql sql;
    private final Columns<GoodsRelease> releases;

    GoodsReleases(Sql sql) {
        this.sql = sql;
        this.releases = columns(this::goods);
    }

    private static Columns<GoodsRelease> columns(Function<String, List<Goods>> goods) {
        return Columns.of(GoodsRelease.class)
                .named("consent.given", "consent")
                .named("consent.how", "consent_how")
                .named("consent.words", "consent_words")
                .named("consent.by", "consent_by")
                .named("consent.at", "consent_at")
                .named("slip.until", "valid_until")
                .named("ground", "refusal_ground")
                .named("slip.stopped", "stopped_for")
                .reading("goods", row -> goods.apply(row.getString("number")));
    }

    void add(String number, String site, Application told, List<Goods> goods) {
        sql.insert("goods_release", APPLICATION.values(told, "number", number, "site", site));
        goods.forEach(line -> sql.insert("goods_line", GOODS.values(line, "number", number)));
    }

    Optional<GoodsRelease> find(String number) {
        return sql.find(releases, "SELECT * FROM goods_release WHERE number = ?", number);
    }

    /** @throws Refusal where there is no release of that number */
    public GoodsRelease get(String number) {
        return find(number).orElseThrow(() -> Refusal.notFound("goods-not-found", "没有编号为 " + number + " 的物品放行"));
    }

    /** @return the release, held until the transaction ends: what passes is counted by one at a time */
    GoodsRelease hold(String number) {
        sql.find(String.class, "SELECT number FROM goods_release WHERE number = ? FOR UPDATE", number);
        return get(number);
    }

    void consented(String number, Consent said) {
        sql.update("""
                UPDATE goods_release SET consent = ?, consent_how = ?, consent_words = ?, consent_by = ?, consent_at = ?
                WHERE number = ?
                """, said.given(), said.how(), said.words(), said.by(), said.at(), number);
    }

    void refused(String number, Ground ground, String reason) {
        sql.update("UPDATE goods_release SET refusal = ?, refusal_ground = ? WHERE number = ?", reason, ground, number);
    }

    void issued(String number, Slip slip) {
        sql.update(
                "UPDATE goods_release SET issued_at = ?, issued_by = ?, valid_until = ? WHERE number = ?",
                slip.issuedAt(),
                slip.issuedBy(),
                slip.until(),
                number);
    }

    void ended(String number, Instant at) {
        sql.update("UPDATE goods_release SET ended_at = ? WHERE number = ?", at, number);
    }

    void stopped(String number, String reason, Instant at) {
        sql.update("UPDATE goods_release SET ended_at = ?, stopped_for = ? WHERE number = ?", at, reason, number);
    }

    /** @param text what passed, or why nothing did */
    void atTheGate(String number, List<Goods> left, boolean turnedAway, String text, String by, Instant at) {
        left.forEach(line -> sql.update(
                "UPDATE goods_line SET remaining = ? WHERE number = ? AND line = ?", line.left(), number, line.line()));
        sql.update(
                "INSERT INTO goods_passage (number, at, passed_by, turned_away, text) VALUES (?, ?, ?, ?, ?)",
                number,
                at,
                by,
                turnedAway,
                text);
    }

    /** @return what happened at the site's gates, newest first */
    List<GatePaper.Event> events(String site, Instant since, int most) {
        return sql.list(EVENT, """
                SELECT p.* FROM goods_passage p JOIN goods_release r ON r.number = p.number
                WHERE r.site = ? AND p.at >= ? ORDER BY p.id DESC LIMIT ?
                """, site, since, most);
    }

    /** @return the releases whose slips were issued in that time, in the order they were */
    List<GoodsRelease> issued(Instant from, Instant until) {
        Map<String, List<Goods>> goods = new HashMap<>();
        sql.list(
                (row, i) -> goods.computeIfAbsent(row.getString("number"), number -> new ArrayList<>())
                        .add(GOODS.mapRow(row, i)),
                """
                SELECT l.* FROM goods_line l JOIN goods_release r ON r.number = l.number
                WHERE r.issued_at >= ? AND r.issued_at < ? ORDER BY l.number, l.line
                """,
                from,
                until);
        return sql.list(
                columns(number -> goods.getOrDefault(number, List.of())),
                "SELECT * FROM goods_release WHERE issued_at >= ? AND issued_at < ? ORDER BY issued_at, number",
                from,
                until);
    }

    private List<Goods> goods(String number) {
        return sql.list(GOODS, "SELECT * FROM goods_line WHERE number = ? ORDER BY line", number);
    }
}
