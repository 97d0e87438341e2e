package org.shouwen.roster.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shouwen.estate.Estate;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.OnCallShift;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
class JdbcRoster implements Roster {

    private static final String STAFF = "select s.code, s.name, s.phone, s.email from staff s ";

    private final JdbcClient jdbc;
    private final PostTable posts;
    private final Estate estate;
    private final TransactionOperations transaction;
    private final ZoneId zone;

    JdbcRoster(
            JdbcClient jdbc,
            PostTable posts,
            Estate estate,
            TransactionOperations transaction,
            @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.estate = estate;
        this.transaction = transaction;
        this.zone = zone;
    }

    @Override
    public Optional<Staff> staff(String code) {
        return jdbc.sql(STAFF + "where s.code = ?")
                .param(code)
                .query(JdbcRoster::staff)
                .optional();
    }

    @Override
    public List<Staff> allStaff() {
        return byCode(jdbc.sql(STAFF).query(JdbcRoster::staff).list());
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
    public List<Staff> holdersOf(String post) {
        return byCode(jdbc.sql(STAFF + "join staff_post h on h.staff = s.code where h.post = ?")
                .param(post)
                .query(JdbcRoster::staff)
                .list());
    }

    @Override
    public Post technicianPost(String site, String trade) {
        String hasTrade = "exists (select 1 from post_trade x where x.post = p.code and upper(x.trade) = upper(?))";
        return posts.where("p.site = ? and p.duty = ? and " + hasTrade, site, Duty.TECHNICIAN.name(), trade).stream()
                .findFirst()
                .or(() -> postsOf(site, Duty.LEAD).stream().findFirst())
                .orElseThrow(() -> Refusal.notPossibleNow(
                        "post-missing", "服务点“" + estate.siteName(site) + "”没有会这个工种的维修岗位，也没有班长岗位，请先在岗位表中设置"));
    }

    @Override
    public List<Post> postsOf(String site, Duty duty) {
        return posts.where("p.site = ? and p.duty = ?", site, duty.name());
    }

    @Override
    public List<Staff> onCall(String site, Instant at) {
        LocalTime time = at.atZone(zone).toLocalTime();
        List<Staff> called = shifts(site).stream()
                .filter(shift -> shift.covers(time))
                .map(OnCallShift::staff)
                .distinct()
                .map(code -> staff(code).orElseThrow())
                .toList();
        return called.isEmpty() ? leads(site) : called;
    }

    private List<Staff> leads(String site) {
        return byCode(jdbc.sql(STAFF + """
                                where s.code in (
                                    select h.staff from staff_post h join post p on p.code = h.post
                                    where p.site = ? and p.duty = ?)""")
                .param(site)
                .param(Duty.LEAD.name())
                .query(JdbcRoster::staff)
                .list());
    }

    @Override
    public void hire(Staff staff) {
        if (staff(staff.code()).isPresent()) {
            throw Refusal.notPossibleNow("staff-exists", "工号 " + staff.code() + " 已有，工号不能重复使用");
        }
        jdbc.sql("insert into staff (code, name, phone, email) values (?, ?, ?, ?)")
                .params(staff.code(), staff.name(), staff.phone(), staff.email())
                .update();
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
        jdbc.sql("insert into staff_post (staff, post) values (?, ?) on conflict do nothing")
                .param(staff)
                .param(post)
                .update();
    }

    @Override
    public void addShift(OnCallShift shift) {
        mustExist(shift.staff());
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from on_call_shift where site = ? and staff = ? and starts = ? and ends = ?")
                    .params(shift.site(), shift.staff(), shift.from(), shift.to())
                    .update();
            jdbc.sql("insert into on_call_shift (site, staff, starts, ends, call_order) values (?, ?, ?, ?, ?)")
                    .params(shift.site(), shift.staff(), shift.from(), shift.to(), shift.order())
                    .update();
        });
    }

    @Override
    public Collection<OnCallShift> shifts(String site) {
        return jdbc
                .sql("select site, staff, starts, ends, call_order from on_call_shift where site = ?")
                .param(site)
                .query((row, n) -> new OnCallShift(
                        row.getString("site"),
                        row.getString("staff"),
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class),
                        row.getInt("call_order")))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(OnCallShift::order)
                        .thenComparing(OnCallShift::staff)
                        .thenComparing(OnCallShift::from))
                .toList();
    }

    private void mustExist(String staff) {
        if (staff(staff).isEmpty()) {
            throw Refusal.notFound("staff-not-found", "没有工号 " + staff);
        }
    }

    private static List<Staff> byCode(List<Staff> staff) {
        return staff.stream().sorted(Comparator.comparing(Staff::code)).toList();
    }

    private static Staff staff(ResultSet row, int number) throws SQLException {
        return new Staff(row.getString("code"), row.getString("name"), row.getString("phone"), row.getString("email"));
    }
}
