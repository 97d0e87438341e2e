package org.shouwen.notification.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.estate.Place;
import org.shouwen.estate.Resident;
import org.shouwen.estate.Unit;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Hindrance;
import org.shouwen.roster.OnCallShift;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.roster.StandIn;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.ticket.TimelineEvent;
import org.shouwen.ticket.TimelineEvents;
import org.shouwen.wording.Moments;

/** The other modules as the tests need them: one ticket, a few people, nothing stored. */
final class Neighbours {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Wednesday 7 October 2026, 09:30 in Shanghai. */
    static final Instant OPENED = Instant.parse("2026-10-07T01:30:00Z");

    static final String NUMBER = "BX-26-000042";

    private Neighbours() {}

    static Ticket ticket(Reporter reporter, String description, Slot appointment) {
        Intake intake = new Intake(
                "REPAIR",
                "HOME_PLUMBING",
                "1-1-101",
                null,
                reporter,
                Channel.PHONE,
                description,
                Danger.NONE,
                Scope.PERSONAL,
                false,
                appointment);
        Facts facts = new Facts(
                NUMBER,
                intake,
                "水管漏水",
                Area.HOME,
                "east",
                "1 号楼 1 单元 101",
                Priority.P2,
                false,
                "",
                "li.na",
                "plumbing-east",
                OPENED);
        return Ticket.register(
                facts,
                List.of(
                        deadline(ClockKind.RESPOND, 3600, "服务合同第 12 条"),
                        deadline(ClockKind.ARRIVE, 7200, "服务标准 4.2"),
                        deadline(ClockKind.FINISH, 172800, null)));
    }

    static Ticket ticket(String email) {
        return ticket(new Reporter("王芳", "13812345678", email), "厨房水管接头滴水", null);
    }

    /** A ticket of which next to nothing is known. */
    static Ticket bareTicket() {
        return lamp(null, Channel.STAFF, null, "nobody", "none");
    }

    /** What was found at a common place. */
    static Ticket found(Reporter reporter, Channel channel) {
        return lamp(reporter, channel, "灯不亮", "li.na", "plumbing-east");
    }

    private static Ticket lamp(Reporter reporter, Channel channel, String description, String responder, String post) {
        Intake intake = new Intake(
                "REPAIR",
                "X",
                null,
                "LAMP-E01",
                reporter,
                channel,
                description,
                Danger.NONE,
                Scope.ESTATE,
                false,
                null);
        return Ticket.register(
                new Facts(
                        NUMBER,
                        intake,
                        "路灯不亮",
                        Area.PUBLIC,
                        "east",
                        "东门路灯",
                        Priority.P3,
                        false,
                        "",
                        responder,
                        post,
                        OPENED),
                List.of());
    }

    private static Deadline deadline(ClockKind clock, int seconds, String source) {
        return new Deadline(clock, 1, "HOUR", source, OPENED, OPENED.plusSeconds(seconds), "", null);
    }

    static FactSheet factSheet(Tickets tickets, NoticeFacts... features) {
        return new FactSheet(
                tickets,
                new People(),
                new Houses(),
                () -> Stream.concat(Stream.of(ticket -> Map.of("kind", "报修")), Stream.of(features)),
                new FactSheet.Setting(
                        new Moments(Clock.fixed(OPENED, ZONE), ZONE),
                        (kind, clock) -> clock.promise(),
                        "http://desk.example",
                        new TimelineEvents()));
    }

    /** Holds the tickets it was given; the timeline is what is new on them. */
    static final class Desk implements Tickets {

        final Map<String, Ticket> tickets = new HashMap<>();

        Desk(Ticket... tickets) {
            for (Ticket ticket : tickets) {
                this.tickets.put(ticket.number(), ticket);
            }
        }

        @Override
        public Optional<Ticket> find(String number) {
            return Optional.ofNullable(tickets.get(number));
        }

        @Override
        public void hold(String number) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isNew(String number) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Ticket get(String number) {
            return find(number).orElseThrow();
        }

        @Override
        public Map<String, Ticket> all(Collection<String> numbers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Details details(String number) {
            return Details.NONE;
        }

        @Override
        public List<TimelineEntry> timeline(String number) {
            return find(number).map(Ticket::news).orElse(List.of());
        }

        @Override
        public String nextNumber(String prefix, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void add(Ticket ticket, List<Decision> decisions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void save(Ticket ticket, List<Decision> decisions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Decision> decisions(String number) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Integer> openByCategory() {
            return Map.of();
        }

        @Override
        public List<Decided> decided(Instant from, Instant until, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void note(String number, TimelineEvent event, String text, String by, Instant at, Object... facts) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Deadline> pastDeadlines(String number) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> running(String site) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> about(String person) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> visible(Collection<String> numbers, Caller reader) {
            return Set.copyOf(numbers);
        }

        @Override
        public Set<String> recused() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page page(TicketQuery query, List<TicketQuery> counted, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void each(TicketQuery query, Instant now, int most, Consumer<Ticket> to) {
            throw new UnsupportedOperationException();
        }
    }

    /** 李娜 at the front desk, 赵强 and 孙伟 on the plumbers' post. */
    static final class People implements Roster {

        @Override
        public String spelled(String written) {
            return written;
        }

        @Override
        public Set<String> sitesOf(String staff) {
            return Set.of();
        }

        private static final Staff ZHAO = new Staff("zhao.qiang", "赵强", "13900000001", "zhao@example.org");
        private static final Staff SUN = new Staff("sun.wei", "孙伟", null, null);
        private static final Staff LI = new Staff("li.na", "李娜", "0531-88886666", "li@example.org");

        @Override
        public Optional<Staff> staff(String code) {
            return allStaff().stream().filter(s -> s.code().equals(code)).findFirst();
        }

        @Override
        public List<Staff> allStaff() {
            return List.of(LI, SUN, ZHAO);
        }

        @Override
        public List<Staff> staffOf(Caller reader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Post> directors() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Post> post(String code) {
            return Optional.empty();
        }

        @Override
        public List<Post> postsOf(String staff) {
            return List.of();
        }

        @Override
        public List<Staff> holdersOf(String post) {
            return post.equals("plumbing-east") ? List.of(SUN, ZHAO) : List.of();
        }

        @Override
        public Post technicianPost(String site, String trade) {
            return new Post("plumbing-east", site, "东区水工", Duty.TECHNICIAN, Set.of(trade));
        }

        @Override
        public List<Post> postsOf(String site, Duty duty) {
            return List.of();
        }

        @Override
        public List<Staff> onCall(String site, Instant at, Set<String> without) {
            return List.of();
        }

        @Override
        public Set<String> absentAt(Instant at) {
            return Set.of();
        }

        @Override
        public Map<String, Hindrance> shutOut() {
            return Map.of();
        }

        @Override
        public String actingFor(String staff, String site, Instant at, Set<String> without) {
            return staff;
        }

        @Override
        public List<Post> actingPostsOf(String staff, Instant at) {
            return postsOf(staff);
        }

        @Override
        public List<Staff> actingOn(String post, Instant at, Set<String> without) {
            return holdersOf(post).stream()
                    .filter(holder -> !without.contains(holder.code()))
                    .toList();
        }

        @Override
        public List<Staff> workersOn(String post, Instant at, Set<String> without) {
            return actingOn(post, at, without);
        }

        @Override
        public List<String> substitutesOf(String staff, Set<String> absent) {
            return List.of();
        }

        @Override
        public List<StandIn> standIns() {
            return List.of();
        }

        @Override
        public void addStandIn(StandIn pair) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeStandIn(String post, String staff, String substitute) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void relieve(String staff, String post) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void hire(Staff staff) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void create(Post post) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void appoint(String staff, String post) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void addShift(OnCallShift shift) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void handOnShifts(String site, String from, String to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Collection<OnCallShift> shifts(String site) {
            return List.of();
        }
    }

    static final class Houses implements Estate {

        @Override
        public String siteName(String site) {
            return site.equals("east") ? "东区物业服务中心" : site;
        }

        @Override
        public String address(String site) {
            return siteName(site);
        }

        @Override
        public Optional<Home> home(String code) {
            return Optional.empty();
        }

        @Override
        public Optional<Place> place(String code) {
            return Optional.empty();
        }

        @Override
        public List<String> sites() {
            return List.of("east");
        }

        @Override
        public List<Unit> units(String site) {
            return List.of();
        }

        @Override
        public List<Home> searchHomes(String q, int size) {
            return List.of();
        }

        @Override
        public List<Place> searchPlaces(String q, int size) {
            return List.of();
        }

        @Override
        public List<Resident> residentsOf(String home) {
            return List.of();
        }
    }
}
