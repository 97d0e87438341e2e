package org.shouwen.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.access.Accounts;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.SitePolicy;
import org.shouwen.estate.Building;
import org.shouwen.estate.Community;
import org.shouwen.estate.Estate;
import org.shouwen.estate.EstateRegister;
import org.shouwen.estate.Home;
import org.shouwen.estate.Place;
import org.shouwen.estate.Resident;
import org.shouwen.estate.Site;
import org.shouwen.rights.Role;
import org.shouwen.roster.Duty;
import org.shouwen.roster.OnCallShift;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.roster.StandIn;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Two sites with 500 homes and nine people, there before the first page is. */
@Component
@Profile("demo")
class DemoEstate implements SmartLifecycle {

    static final String PASSWORD = "shouwen-demo";
    static final String TOKEN = "shouwen-demo-token";

    private static final String EAST = "east";
    private static final String WEST = "west";
    private static final Map<Integer, LocalDate> HANDOVERS = Map.of(
            1, LocalDate.of(2018, 6, 1),
            2, LocalDate.of(2023, 9, 1),
            3, LocalDate.of(2025, 12, 1),
            4, LocalDate.of(2016, 5, 1),
            5, LocalDate.of(2024, 10, 1));
    private static final List<String> SURNAMES =
            List.of("陈", "林", "黄", "何", "郭", "马", "罗", "梁", "宋", "唐", "许", "韩", "冯", "邓", "曹");
    private static final List<String> GIVEN = List.of("伟", "芳", "娜", "敏", "静", "强", "磊", "洋", "艳", "勇", "杰");

    private final Estate estate;
    private final EstateRegister register;
    private final Roster roster;
    private final Accounts accounts;
    private final SitePolicies policies;
    private final TransactionTemplate transaction;
    private boolean running;

    DemoEstate(
            Estate estate,
            EstateRegister register,
            Roster roster,
            Accounts accounts,
            SitePolicies policies,
            TransactionTemplate transaction) {
        this.estate = estate;
        this.register = register;
        this.roster = roster;
        this.accounts = accounts;
        this.policies = policies;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        if (estate.home("1-1-101").isEmpty()) {
            transaction.executeWithoutResult(status -> {
                build();
                staff();
            });
        }
        running = true;
    }

    private void build() {
        register.addCommunity(new Community("garden", "首问花园"));
        register.addSite(new Site(EAST, "garden", "东苑"));
        register.addSite(new Site(WEST, "garden", "西苑"));
        List<Building> buildings = new ArrayList<>();
        List<Home> homes = new ArrayList<>();
        List<Resident> residents = new ArrayList<>();
        for (int building = 1; building <= 5; building++) {
            String site = building <= 3 ? EAST : WEST;
            buildings.add(new Building(site, String.valueOf(building), building + " 号楼"));
            for (int unit = 1; unit <= 2; unit++) {
                for (int floor = 1; floor <= 10; floor++) {
                    for (int room = 1; room <= 5; room++) {
                        Home home = home(site, building, unit, floor * 100 + room);
                        homes.add(home);
                        residents.addAll(household(home, homes.size()));
                    }
                }
            }
        }
        register.addBuildings(buildings);
        register.addHomes(homes);
        register.addResidents(residents);
        register.addPlaces(places());
        List.of(EAST, WEST).forEach(site -> policies.choose(SitePolicy.usual(site), "manager", Instant.EPOCH));
    }

    private static Home home(String site, int building, int unit, int room) {
        String label = "首问花园%s %d 号楼 %d 单元 %d".formatted(site.equals(EAST) ? "东苑" : "西苑", building, unit, room);
        return new Home(
                "%d-%d-%d".formatted(building, unit, room),
                site,
                String.valueOf(building),
                String.valueOf(unit),
                label,
                HANDOVERS.get(building));
    }

    /** One or two contacts; every second household can be reached by e-mail. */
    private static List<Resident> household(Home home, int index) {
        String surname = SURNAMES.get(index % SURNAMES.size());
        List<Resident> contacts = new ArrayList<>();
        contacts.add(new Resident(
                home.code(),
                1,
                surname + GIVEN.get(index % GIVEN.size()),
                "1380000%04d".formatted(index),
                index % 2 == 1 ? "home-" + home.code() + "@residents.example" : null));
        if (index % 3 == 1) {
            contacts.add(new Resident(
                    home.code(),
                    2,
                    surname + GIVEN.get((index + 4) % GIVEN.size()),
                    "1390000%04d".formatted(index),
                    null));
        }
        return contacts;
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            String site = i <= 5 ? EAST : WEST;
            places.add(new Place(
                    "LAMP-%02d".formatted(i), Place.Type.LAMP, site, name(site) + " %d 号路灯".formatted(i), null));
        }
        for (int building = 1; building <= 5; building++) {
            String site = building <= 3 ? EAST : WEST;
            for (int unit = 1; unit <= 2; unit++) {
                places.add(new Place(
                        "LIFT-%d-%d".formatted(building, unit),
                        Place.Type.LIFT,
                        site,
                        "%s %d 号楼 %d 单元电梯".formatted(name(site), building, unit),
                        HANDOVERS.get(building)));
            }
        }
        places.add(new Place("GATE-E1", Place.Type.GATE, EAST, "东苑东门道闸", null));
        places.add(new Place("GATE-W1", Place.Type.GATE, WEST, "西苑西门道闸", null));
        return places;
    }

    private static String name(String site) {
        return site.equals(EAST) ? "东苑" : "西苑";
    }

    private void staff() {
        hire("desk1", "王芳", Role.FRONT_DESK);
        hire("desk2", "李静", Role.FRONT_DESK);
        hire("plumber1", "赵强", Role.TECHNICIAN);
        hire("plumber2", "钱勇", Role.TECHNICIAN);
        hire("electrician1", "孙伟", Role.TECHNICIAN);
        hire("lead", "周建国", Role.LEAD);
        hire("supervisor", "吴敏", Role.SUPERVISOR);
        hire("manager", "郑华", Role.MANAGER);
        hire("director", "陈远", Role.MANAGER);
        hire("admin", "系统管理员", Role.ADMINISTRATOR);
        // A small department: everybody works on both sites (duties B18)
        for (String site : List.of(EAST, WEST)) {
            String name = name(site);
            post("front-desk-" + site, site, name + "前台", Duty.FRONT_DESK, Set.of(), "desk1", "desk2");
            post(
                    "plumbing-" + site,
                    site,
                    name + "水暖综合维修",
                    Duty.TECHNICIAN,
                    Set.of("PLUMBING", "CIVIL", "CARPENTRY", "GENERAL"),
                    "plumber1",
                    "plumber2");
            post(
                    "electrical-" + site,
                    site,
                    name + "电工",
                    Duty.TECHNICIAN,
                    Set.of("ELECTRICAL", "LIFT", "SECURITY_SYSTEM"),
                    "electrician1");
            post("lead-" + site, site, name + "维修班长", Duty.LEAD, Set.of(), "lead");
            post("supervisor-" + site, site, name + "客服主管", Duty.SUPERVISOR, Set.of(), "supervisor");
            post("manager-" + site, site, name + "项目经理", Duty.MANAGER, Set.of(), "manager");
            pairs(site);
        }
        post("director", EAST, "公司值班领导", Duty.DIRECTOR, Set.of(), "director");
        shift(EAST, "plumber1", 20, 8, 1);
        shift(EAST, "electrician1", 20, 8, 2);
        shift(EAST, "lead", 20, 8, 3);
        shift(EAST, "plumber2", 8, 20, 1);
        shift(EAST, "lead", 8, 20, 2);
        shift(WEST, "plumber1", 8, 20, 1);
        shift(WEST, "lead", 8, 20, 2);
        // One technician on call at both sites
        shift(WEST, "plumber1", 20, 8, 1);
        shift(WEST, "lead", 20, 8, 2);
        accounts.registerToken("desk1", "演示", TOKEN);
    }

    private void hire(String code, String name, Role role) {
        roster.hire(new Staff(code, name, "1370000%04d".formatted(Math.floorMod(code.hashCode(), 10_000)), null));
        accounts.create(code, PASSWORD, Set.of(role));
    }

    private void post(String code, String site, String name, Duty duty, Set<String> trades, String... staff) {
        roster.create(new Post(code, site, name, duty, trades));
        for (String person : staff) {
            roster.appoint(person, code);
        }
    }

    private void pairs(String site) {
        roster.addStandIn(new StandIn("front-desk-" + site, "desk1", "desk2", 1));
        roster.addStandIn(new StandIn("front-desk-" + site, "desk2", "desk1", 1));
        roster.addStandIn(new StandIn("plumbing-" + site, "plumber1", "plumber2", 1));
        roster.addStandIn(new StandIn("plumbing-" + site, "plumber2", "plumber1", 1));
        roster.addStandIn(new StandIn("plumbing-" + site, "plumber2", "electrician1", 2));
        roster.addStandIn(new StandIn("electrical-" + site, "electrician1", "plumber2", 1));
    }

    private void shift(String site, String staff, int from, int to, int order) {
        roster.addShift(new OnCallShift(site, staff, LocalTime.of(from, 0), LocalTime.of(to, 0), order));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server opens, so that the first person who signs in can. */
    @Override
    public int getPhase() {
        return 1;
    }
}
