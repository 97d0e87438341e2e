package org.shouwen.roster.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.calendar.Calendars;
import org.shouwen.estate.Estate;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Hindrance;
import org.shouwen.roster.OnCallShift;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.roster.StandIn;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
record JdbcRoster(
        StaffTable table,
        PostTable posts,
        StandInTable pairs,
        ShiftTable shifts,
        Estate estate,
        Calendars calendars,
        TransactionOperations transaction,
        Moments moments)
        implements Roster {

    @Override
    public Optional<Staff> staff(String code) {
        return table.find(code);
    }

    @Override
    public String spelled(String written) {
        return Typed.isBlank(written) ? written : table.spelled(Typed.dashed(written), written);
    }

    @Override
    public List<Staff> allStaff() {
        return table.all();
    }

    @Override
    public List<Staff> staffOf(Caller reader) {
        return table.of(reader::reads);
    }

    @Override
    public Optional<Post> post(String code) {
        return posts.where("p.code = ?", code).stream().findFirst();
    }

    @Override
    public List<Post> postsOf(String staff) {
        return posts.where("p.code in (select post from staff_post where staff = ?)", staff);
    }

    @Override
    public Set<String> sitesOf(String staff) {
        return table.sitesOf(staff);
    }

    @Override
    public List<Staff> holdersOf(String post) {
        return table.on(post);
    }

    @Override
    public Post technicianPost(String site, String trade) {
        String hasTrade = "exists (select 1 from post_trade x where x.post = p.code and upper(x.trade) = upper(?))";
        return posts.where("p.site = ? and p.duty = ? and " + hasTrade, site, Duty.TECHNICIAN, trade).stream()
                .findFirst()
                .or(() -> postsOf(site, Duty.LEAD).stream().findFirst())
                .orElseThrow(() -> Refusal.notPossibleNow(
                        "post-missing", "服务点“" + estate.siteName(site) + "”没有会这个工种的维修岗位，也没有班长岗位，请先在岗位表中设置"));
    }

    @Override
    public List<Post> postsOf(String site, Duty duty) {
        return posts.where("p.site = ? and p.duty = ?", site, duty);
    }

    @Override
    public List<Post> directors() {
        return posts.where("p.duty = ?", Duty.DIRECTOR);
    }

    @Override
    public List<Staff> onCall(String site, Instant at, Set<String> without) {
        LocalDateTime local = LocalDateTime.ofInstant(at, moments.zone());
        Set<String> away = table.awayAt(at);
        Set<String> there = table.serving(site);
        List<Staff> called = shifts(site).stream()
                .filter(shift -> shift.covers(local, calendars.of(site)::isWorkingDay))
                .map(OnCallShift::staff)
                .filter(code -> there.contains(code) && !away.contains(code) && !without.contains(code))
                .distinct()
                .map(this::known)
                .toList();
        Set<String> absent = table.outAt(at, without);
        return called.isEmpty() ? acting(table.at(site, Duty.LEAD), site, absent, absent) : called;
    }

    @Override
    public Set<String> absentAt(Instant at) {
        return table.outAt(at, Set.of());
    }

    @Override
    public Map<String, Hindrance> shutOut() {
        return table.shutOut();
    }

    @Override
    public String actingFor(String staff, String site, Instant at, Set<String> without) {
        return actingFor(staff, site, table.outAt(at, without));
    }

    private String actingFor(String staff, String site, Set<String> absent) {
        if (!absent.contains(staff)) {
            return staff;
        }
        List<StandIn> here = pairs.at(site);
        return Stream.concat(
                        Chain.of(staff, here).stream(),
                        superiors(staff, site)
                                .flatMap(superior ->
                                        Stream.concat(Stream.of(superior), Chain.of(superior, here).stream())))
                .filter(person -> !person.equals(staff) && !absent.contains(person))
                .findFirst()
                .orElse(staff);
    }

    /** Who is above the person at the site: a lead, then a supervisor, then a manager. */
    private Stream<String> superiors(String staff, String site) {
        List<Post> held = postsOf(staff).stream()
                .filter(post -> site == null || post.site().equals(site))
                .toList();
        Duty own = held.stream().map(Post::duty).max(Comparator.naturalOrder()).orElse(Duty.FRONT_DESK);
        List<String> sites =
                site == null ? held.stream().map(Post::site).distinct().toList() : List.of(site);
        return Stream.of(Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER)
                .filter(duty -> duty.compareTo(own) > 0)
                .flatMap(duty -> sites.stream().flatMap(s -> table.at(s, duty).stream()))
                .map(Staff::code);
    }

    @Override
    public List<Post> actingPostsOf(String staff, Instant at) {
        List<Post> own = postsOf(staff);
        Map<String, Boolean> out = table.outWithPost(at);
        Set<String> absent = out.keySet();
        // Many who never sign in have no post
        Stream<Post> others = absent.stream()
                .filter(person -> !person.equals(staff) && out.get(person))
                .flatMap(person -> postsOf(person).stream()
                        .filter(post -> actingFor(person, post.site(), absent).equals(staff)));
        return Stream.concat(own.stream(), others)
                .distinct()
                .sorted(Comparator.comparing(Post::code))
                .toList();
    }

    @Override
    public List<Staff> actingOn(String post, Instant at, Set<String> without) {
        return acting(post, table.outAt(at, without), without);
    }

    @Override
    public List<Staff> workersOn(String post, Instant at, Set<String> without) {
        Set<String> absent = table.outAt(at, without);
        return acting(post, absent, absent);
    }

    private List<Staff> acting(String post, Set<String> absent, Set<String> never) {
        return post(post)
                .map(found -> acting(holdersOf(post), found.site(), absent, never))
                .orElse(List.of());
    }

    private List<Staff> acting(List<Staff> holders, String site, Set<String> absent, Set<String> never) {
        return holders.stream()
                .map(holder -> actingFor(holder.code(), site, absent))
                .filter(person -> !never.contains(person))
                .distinct()
                .sorted()
                .map(this::known)
                .toList();
    }

    @Override
    public List<String> substitutesOf(String staff, Set<String> absent) {
        return Chain.of(staff, pairs.all()).stream()
                .filter(person -> !absent.contains(person))
                .toList();
    }

    @Override
    public List<StandIn> standIns() {
        return pairs.all().stream()
                .sorted(Comparator.comparing(StandIn::post)
                        .thenComparing(StandIn::staff)
                        .thenComparing(StandIn::turn))
                .toList();
    }

    @Override
    public void addStandIn(StandIn pair) {
        Post post = post(pair.post()).orElseThrow(() -> Refusal.notFound("post-not-found", "没有岗位 " + pair.post()));
        mustExist(pair.staff());
        mustExist(pair.substitute());
        if (pair.staff().equals(pair.substitute())) {
            throw Refusal.invalid("stand-in-self", "substitute", nameOf(pair.staff()) + "不能替代本人，请另选一位");
        }
        if (holdersOf(pair.post()).stream().noneMatch(holder -> holder.code().equals(pair.staff()))) {
            throw Refusal.invalid("stand-in-not-on-post", "staff", nameOf(pair.staff()) + "不在岗位“" + post.name() + "”");
        }
        if (!standsInFor(pair.substitute(), post)) {
            throw Refusal.invalid(
                    "stand-in-other-post",
                    "substitute",
                    nameOf(pair.substitute())
                            + "没有%s岗位，在%s也没有更高的岗位，不能替代，请另选一位"
                                    .formatted(post.duty().label(), estate.siteName(post.site())));
        }
        Chain.circle(pair, pairs.at(post.site())).ifPresent(circle -> {
            throw Refusal.notPossibleNow(
                    "stand-in-circle",
                    "替代关系绕成了一圈（" + circle.stream().map(this::nameOf).collect(Collectors.joining("→")) + "），请换一位替代人");
        });
        transaction.executeWithoutResult(status -> pairs.put(pair));
    }

    /** 同岗替代: of the same duty, at this site or another, or of a higher one here. */
    private boolean standsInFor(String substitute, Post post) {
        return postsOf(substitute).stream()
                .anyMatch(held -> held.duty() == post.duty()
                        || held.duty().compareTo(post.duty()) > 0 && held.countsAt(post.site()));
    }

    @Override
    public void removeStandIn(String post, String staff, String substitute) {
        pairs.remove(post, staff, substitute);
    }

    private Staff known(String code) {
        return staff(code).orElseThrow();
    }

    @Override
    public void hire(Staff staff) {
        String spelling = table.spellings().get(StaffTable.folded(staff.code()));
        if (spelling != null) {
            throw Refusal.notPossibleNow(
                    "staff-exists",
                    "工号 " + spelling + " 已有，工号不能重复使用" + (spelling.equals(staff.code()) ? "" : "，也不分大小写"));
        }
        table.insert(staff);
    }

    @Override
    public void create(Post post) {
        if (post(post.code()).isPresent()) {
            throw Refusal.notPossibleNow("post-exists", "岗位 " + post.code() + " 已有");
        }
        transaction.executeWithoutResult(status -> posts.insert(List.of(post)));
    }

    @Override
    public void appoint(String staff, String post) {
        mustExist(staff);
        if (post(post).isEmpty()) {
            throw Refusal.notFound("post-not-found", "没有岗位 " + post);
        }
        table.appoint(staff, post);
    }

    @Override
    public void relieve(String staff, String post) {
        transaction.executeWithoutResult(status -> {
            pairs.removeAllOf(post, staff);
            table.relieve(staff, post);
        });
    }

    @Override
    public void addShift(OnCallShift shift) {
        mustExist(shift.staff());
        if (!serves(shift.staff(), shift.site())) {
            throw Refusal.invalid(
                    "shift-elsewhere", "staff", nameOf(shift.staff()) + "不在" + estate.siteName(shift.site()) + "的岗位上");
        }
        transaction.executeWithoutResult(status -> shifts.put(shift));
    }

    @Override
    public void handOnShifts(String site, String from, String to) {
        shifts.handOn(site, from, to);
    }

    @Override
    public Collection<OnCallShift> shifts(String site) {
        return shifts.at(site);
    }

    private void mustExist(String staff) {
        if (staff(staff).isEmpty()) {
            throw Refusal.notFound("staff-not-found", "没有工号 " + staff);
        }
    }
}
