package org.shouwen.roster;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.estate.Unit;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 管家: whose buildings and units are (rules 4.16, return visits). He is a person of the site's office who can get work; whoever
 * cannot any more is nobody's until he can again, or another one is set.
 */
@Component
public class Housekeepers {

    private static final Columns<Housekeeper> HOUSEKEEPER = Columns.of(Housekeeper.class);

    private final Sql sql;
    private final Roster roster;
    private final Estate estate;

    public Housekeepers(Sql sql, Roster roster, Estate estate) {
        this.sql = sql;
        this.roster = roster;
        this.estate = estate;
    }

    /** @return the person of the home's unit, else of its building; empty: nobody is set, or he serves there no more */
    public Optional<String> of(Home home) {
        return sql
                .list(
                        HOUSEKEEPER,
                        "SELECT * FROM housekeeper WHERE site = ? AND building = ? AND unit IN (?, '') ORDER BY unit DESC",
                        home.site(),
                        home.building(),
                        home.unit())
                .stream()
                .filter(this::serves)
                .map(Housekeeper::staff)
                .findFirst();
    }

    /** @return the same of the home of that code; empty for null, too */
    public Optional<String> ofHome(String home) {
        return Optional.ofNullable(home).flatMap(estate::home).flatMap(this::of);
    }

    /** @return the site's, by building and unit */
    public List<Housekeeper> at(String site) {
        return sql.list(HOUSEKEEPER, "SELECT * FROM housekeeper WHERE site = ? ORDER BY building, unit", site);
    }

    /** @return what is his, wherever it is */
    public List<Housekeeper> of(String staff) {
        return sql.list(HOUSEKEEPER, "SELECT * FROM housekeeper WHERE staff = ? ORDER BY site, building, unit", staff);
    }

    /** @return whether he can get work there at some moment; who is away has somebody who stands in for him */
    public boolean serves(Housekeeper housekeeper) {
        return isOfOffice(housekeeper.staff(), housekeeper.site())
                && !roster.shutOut().containsKey(housekeeper.staff());
    }

    private boolean isOfOffice(String staff, String site) {
        return roster.postsOf(staff).stream().anyMatch(office(site));
    }

    private static Predicate<Post> office(String site) {
        return post -> post.site().equals(site) && post.duty() != Duty.TECHNICIAN;
    }

    /** @return who may be set at the site, by code */
    public List<Staff> candidates(String site) {
        return roster.plannable(roster.allStaff()).stream()
                .filter(person -> isOfOffice(person.code(), site))
                .toList();
    }

    /**
     * The building, or the unit, is his from now on.
     *
     * @throws Refusal where the site has no such building or unit, or he is not of its office or cannot get work
     */
    @Transactional
    public void set(Housekeeper housekeeper) {
        roster.mustBePlannable(housekeeper.staff(), "staff");
        plan(housekeeper);
    }

    /** The same of whoever may get an account only later, as in a file; until then it is nobody's. */
    @Transactional
    public void plan(Housekeeper housekeeper) {
        if (estate.units(housekeeper.site()).stream().noneMatch(unit -> isAbout(housekeeper, unit))) {
            throw Refusal.invalid("unit-unknown", "where", "这个服务点没有这幢楼或者这个单元，请重新选择");
        }
        if (!isOfOffice(housekeeper.staff(), housekeeper.site())) {
            throw Refusal.invalid(
                    "housekeeper-not-of-site",
                    "staff",
                    roster.nameOf(housekeeper.staff()) + "在" + estate.siteName(housekeeper.site())
                            + "没有前台、班长、主管或者项目经理的岗位，请另选一位");
        }
        remove(housekeeper.site(), housekeeper.building(), housekeeper.unit());
        sql.insert("housekeeper", HOUSEKEEPER.values(housekeeper));
    }

    private static boolean isAbout(Housekeeper housekeeper, Unit unit) {
        return unit.building().equals(housekeeper.building())
                && (housekeeper.unit().isEmpty() || housekeeper.unit().equals(unit.unit()));
    }

    /** Nobody's any more; whoever has the building has the unit again. */
    public void remove(String site, String building, String unit) {
        sql.update("DELETE FROM housekeeper WHERE site = ? AND building = ? AND unit = ?", site, building, unit);
    }

    /** His buildings go on to who took over his post, where he himself is of the site's office no more. */
    public void handOn(String staff, String successor) {
        of(staff).stream()
                .filter(held -> !isOfOffice(staff, held.site()) && isOfOffice(successor, held.site()))
                .forEach(held -> sql.update(
                        "UPDATE housekeeper SET staff = ? WHERE site = ? AND building = ? AND unit = ?",
                        successor,
                        held.site(),
                        held.building(),
                        held.unit()));
    }

    /**
     * @param posts what he would hold then
     * @return what is his at sites whose office he would leave, in words; "" where that is nothing
     */
    String keptFrom(String staff, List<Post> posts) {
        return of(staff).stream()
                .filter(held -> isOfOffice(staff, held.site()) && posts.stream().noneMatch(office(held.site())))
                .map(this::label)
                .collect(Collectors.joining("、"));
    }

    /** @return for example 东苑 1 号楼 2 单元 */
    public String label(Housekeeper housekeeper) {
        String where = estate.units(housekeeper.site()).stream()
                .filter(unit -> isAbout(housekeeper, unit))
                .findFirst()
                .map(unit -> housekeeper.unit().isEmpty() ? unit.name() : unit.label())
                .orElse(housekeeper.building() + " " + housekeeper.unit());
        return estate.siteName(housekeeper.site()) + " " + where;
    }
}
