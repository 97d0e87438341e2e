package org.shouwen.scenario;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.shouwen.rights.Role;
import org.shouwen.roster.Staff;
import org.shouwen.testing.AppliedRenovation;
import org.shouwen.testing.HolidayNotices;
import org.shouwen.testing.RepairVersions;
import org.shouwen.testing.SentFiles;
import org.shouwen.workflow.ModelVersions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Every address with everything that it needs beside the right: requests go through the doors, filters and all, on the thread of
 * the test, and what they did is rolled back.
 */
abstract class EveryAddressDesk extends EveryKindDesk {

    private static final Map<String, Cookie[]> SIGNED_IN = new ConcurrentHashMap<>();
    private static final String OWN = "own";
    private static final String TECHNICIANS = "a technician's";
    private static final String LEADS = "the lead's";
    private static final String DECIDED = "decided";
    private static final String MANAGERS = "a manager's";
    private static final String SUPERVISORS = "a supervisor's";
    private static final String SIGNED = "signed by him";
    private static final String OTHERS = "of others";
    private static final String VALID = "valid";
    private static final String USED_UP = "used up";
    private static int floor = 2;
    private static int requests;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    private ModelVersions tables;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    private Filter doors;

    private MockMvc web;

    /**
     * What a request needs.
     *
     * @param addresses pattern of the addresses
     * @param cases between which rights may differ; none: of a ticket how it stands, else nothing
     * @param prepared makes a case come true; returns variables of the path, inputs, and files under {@code file:} and their name
     */
    private record Need(String addresses, List<String> cases, Function<Ask, Map<String, String>> prepared) {}

    /** @param who account of whoever asks; null: a resident */
    record Ask(String path, String which, String who) {

        boolean api() {
            return path.startsWith("/api/");
        }

        boolean is(String name) {
            return which.equals(name);
        }
    }

    private final List<Need> needs = List.of(
            need("/api/absences|/desk/roster/leave", ask -> leaveTime()),
            need(
                    "(/api/absences|/desk/roster/leave)/\\{id}/(approval|refusal)",
                    List.of(TECHNICIANS, LEADS, OWN, DECIDED),
                    ask -> Map.of(
                            "id",
                            absence(person(ask), "LEAVE", ask.is(DECIDED) ? "REFUSED" : "ASKED", 300),
                            "remark",
                            "人手不够")),
            need(
                    "(/api/absences|/desk/roster/leave)/\\{id}/cancellation",
                    List.of(TECHNICIANS, OWN, DECIDED),
                    ask -> Map.of(
                            "id",
                            absence(
                                    ask.is(DECIDED) ? ask.who : person(ask),
                                    "LEAVE",
                                    ask.is(DECIDED) ? "REFUSED" : "ASKED",
                                    300))),
            need(
                    "/api/absences/sudden|/desk/roster/absences",
                    List.of(TECHNICIANS, LEADS, OWN),
                    ask -> Map.of("staff", person(ask), "reason", "急病")),
            need("/api/absences/return|/desk/roster/returns", List.of(TECHNICIANS, LEADS, OWN), ask -> {
                absence(person(ask), "SUDDEN", "APPROVED", 0);
                return Map.of("staff", person(ask));
            }),
            need(
                    "/api/calendar/deadline",
                    ask -> Map.of("from", "2026-11-23T10:00:00Z", "amount", "1", "unit", "HOUR")),
            need("/api/responsibility/transfers", ask -> Map.of("month", "2026-11")),
            need("/api/gate/card", ask -> Map.of("code", pass())),
            need("/(api|desk)/gate/entries", ask -> shown(ask, pass())),
            need("/(api|desk)/gate/refusals", ask -> {
                Map<String, String> shown = new HashMap<>(shown(ask, pass()));
                shown.remove("counts");
                shown.put("reason", "喝了酒");
                return shown;
            }),
            need("/(api|desk)/gate/exits", List.of(VALID, USED_UP), ask -> shown(ask, slip(ask.is(USED_UP)))),
            need("(/api|/desk/roster)/handovers", List.of(OWN, OTHERS), ask -> {
                String post = ask.is(OWN) ? postOf(ask.who) : "electrical-east";
                if (ask.is(OWN)) {
                    roster.appoint("electrician1", post);
                }
                return Map.of(
                        "post",
                        post,
                        "incoming",
                        ask.is(OWN) ? "electrician1" : "plumber1",
                        "shiftEnd",
                        "2026-11-23T18:00");
            }),
            need("(/api|/desk/roster)/handovers/\\{id}/signature", List.of(OWN, SIGNED, OTHERS), ask -> {
                Timestamp signed = ask.is(SIGNED) ? now() : null;
                jdbc.update(
                        "INSERT INTO handover (post, outgoing, incoming, shift_end, matters, key_ring, cash, cautions,"
                                + " created_at, outgoing_signed_at) VALUES ('p', ?, 'plumber1', ?, '', '', '', '', ?, ?)",
                        ask.is(OTHERS) ? "electrician1" : ask.who,
                        now(),
                        now(),
                        signed);
                return newest("handover");
            }),
            need(
                    "(/api|/desk/roster)/post-changes",
                    List.of(TECHNICIANS, LEADS),
                    ask -> Map.of(
                            "post",
                            ask.is(LEADS) ? "lead-east" : "electrical-east",
                            "predecessor",
                            person(ask),
                            "successor",
                            "plumber1",
                            "witness",
                            "supervisor")),
            need("(/api|/desk/roster)/post-changes/\\{id}/signature", List.of(OWN, SIGNED, OTHERS), ask -> {
                jdbc.update(
                        "INSERT INTO post_change (post, predecessor, successor, witness, matters, items, key_ring, files,"
                                + " created_by, created_at, predecessor_signed_at)"
                                + " VALUES ('electrical-east', ?, 'desk2', 'nobody', '', '', '', '', 'lead', ?, ?)",
                        ask.is(OTHERS) ? "electrician1" : ask.who,
                        now(),
                        ask.is(SIGNED) ? now() : null);
                return newest("post_change");
            }),
            need("(/api|/desk/roster)/post-changes/\\{id}/withdrawal", List.of(TECHNICIANS, LEADS), ask -> {
                jdbc.update(
                        "INSERT INTO post_change (post, predecessor, successor, witness, matters, items, key_ring, files,"
                                + " created_by, created_at) VALUES (?, 'electrician1', 'desk2', 'nobody', '', '', '',"
                                + " '', 'nobody', ?)",
                        ask.is(LEADS) ? "lead-east" : "electrical-east",
                        now());
                Map<String, String> withdrawn = new HashMap<>(newest("post_change"));
                withdrawn.put("reason", "写错了");
                return withdrawn;
            }),
            need("/api/rain|/desk/visits/rain", ask -> Map.of("site", "east", "date", "2026-11-22")),
            need(
                    "/api/supervision/failed-steps/\\{id}/retry|/desk/supervision/steps/\\{id}/retry",
                    ask -> Map.of("id", job())),
            need("/api/tickets", ask -> Map.of("body", leak("又漏水"))),
            need(
                    "/desk/register",
                    ask -> Map.of(
                            "home", "1-1-102",
                            "name", "李四",
                            "phone", "13812345679",
                            "category", "HOME_PLUMBING",
                            "description", "龙头滴水")),
            need("/(api/tickets|desk/register)/similar", ask -> Map.of("home", "1-1-101")),
            need("/desk/admin/accounts", ask -> {
                if (ask.who != null) {
                    roster.hire(new Staff("new-person", "新人", null, null));
                }
                return Map.of("username", "new-person", "password", "long-enough-for-all", "role", "LEAD");
            }),
            need(
                    "/desk/password",
                    ask -> Map.of(
                            "current", "shouwen-demo",
                            "password", "long-enough-for-all",
                            "again", "long-enough-for-all")),
            need("/desk/admin/accounts/\\{username}/enabling", ask -> {
                if (!accounts.exists("parked")) {
                    roster.hire(new Staff("parked", "停用的人", null, null));
                    accounts.create("parked", "long-enough-for-all", Set.of(Role.TECHNICIAN));
                }
                accounts.disable("parked");
                return Map.of("username", "parked");
            }),
            need("/desk/admin/accounts/\\{username}(/.*)?", ask -> {
                accounts.registerToken("electrician1", "turnstile", "token-of-a-turnstile-for-tests");
                return Map.of(
                        "username", "electrician1",
                        "password", "long-enough-for-all",
                        "label", "turnstile",
                        "role", "TECHNICIAN",
                        // Where he is planned to be called
                        "post", "electrical-east");
            }),
            need("/desk/admin/dead-letters/\\{id}/.*", ask -> notice("desk1", "EMAIL", "DEAD")),
            need(
                    "/desk/inbox/\\{id}/read",
                    List.of(OWN, OTHERS),
                    ask -> notice(ask.is(OWN) ? ask.who : "electrician1", "IN_APP", "SENT")),
            need(
                    "/desk/admin/imports/\\{key}",
                    ask -> Map.of("key", "places", "file:file", "编号,类型,服务点,名称,交付日期\nLAMP-99,路灯,east,99 号路灯,\n")),
            need("/desk/rules/\\{table}", ask -> Map.of("table", "timeLimits")),
            need("/desk/rules/forms/.*", ask -> Map.of("form", "reportWork")),
            need("/desk/rules/notices/\\{stem}", ask -> Map.of("stem", "quote.to-resident")),
            need(
                    "/desk/studio/notices/\\{stem}(/.*)?",
                    ask -> Map.of(
                            "stem",
                            "quote.to-resident",
                            "subject",
                            "报修 〔编号〕 的报价",
                            "body",
                            "请您看一看。首问责任人：〔首问责任人〕",
                            "reason",
                            "业主看不懂")),
            need(
                    "/desk/studio/holidays/.*",
                    ask -> Map.of("text", HolidayNotices.OF_2027, "reason", "公布了", "since", "2026-12-31T00:00")),
            need("/desk/rules/flows/.*", ask -> Map.of("process", "repair", "version", "1")),
            need("/desk/studio/flows/\\{process}/running", ask -> Map.of("process", "repair")),
            need("/desk/studio/flows/\\{process}/versions/.*", ask -> {
                int newer =
                        new RepairVersions(engine).deploy(edit -> edit.set("userTask_reportWork", "name", "登记维修结果"));
                return Map.of("process", "repair", "version", "1", "target", String.valueOf(newer), "reason", "在修的也要改");
            }),
            need("/desk/studio/migrations/\\{id}", ask -> {
                jdbc.update(
                        "INSERT INTO migration (process, from_version, to_version, renamed, reason, started_by, started_at)"
                                + " VALUES ('repair', 1, 2, '', '在修的也要改', 'manager', ?)",
                        now());
                return newest("migration");
            }),
            need("/desk/studio/updates/.*", ask -> update()),
            need("/desk/studio/undoing", ask -> Map.of("version", changed())),
            need("/desk/studio/(flows|versions)/.*", ask -> flow(ask)),
            need(
                    "/desk/studio/tables/\\{table}(/.*)?",
                    ask -> Map.of(
                            "table",
                            "timeLimits",
                            "rows",
                            "18",
                            "end",
                            "true",
                            "r5-c6",
                            "2",
                            "r5-note",
                            "经理会",
                            "reason",
                            "业主嫌慢")),
            need("/desk/studio/changes/\\{id}(/.*)?", List.of(OWN, MANAGERS, SUPERVISORS, DECIDED), ask -> change(ask)),
            need("/desk/admin/sites/\\{site}(/.*)?", ask -> {
                jdbc.update(
                        "INSERT INTO quiet_period (site, first_day, last_day, forbidden, name, source, entered_by, entered_at)"
                                + " VALUES ('east', DATE '2027-06-07', DATE '2027-06-08', '08:00-12:00', '中考', '公告', 'manager', ?)",
                        now());
                Map<String, String> form = new HashMap<>(newest("quiet_period"));
                form.putAll(Map.of("site", "east", "city", "NATIONAL", "level", "FIRST", "cardA", "随身", "cardB", "门口"));
                form.putAll(Map.of("from", "2026-12-01", "until", "2026-12-02", "forbidden", "08:00-12:00"));
                form.putAll(Map.of("name", "高考", "source", "公告"));
                form.putAll(Map.of("where", "1/1", "staff", "desk1"));
                form.putAll(Map.of("monday", "09:00-12:00", "saturday", "09:00-12:00", "reason", "周六值班"));
                return form;
            }),
            // About a ticket
            need("/api/tickets/\\{number}/complaint", ask -> of("COMPLAINT")),
            need("/(api/tickets|desk/tickets|r/t)/\\{number}/letters/\\{letter}", ask -> {
                String number = numbers.get("COMPLAINT");
                jdbc.update(
                        "INSERT INTO complaint_answer (ticket, round, at, actor, text, response, letter)"
                                + " VALUES (?, 1, ?, 'north-handler', '已查', 'SILENT', ?)",
                        number,
                        now(),
                        SentFiles.pdf(""));
                return Map.of("number", number, "letter", number + "-01");
            }),
            need("/(api|desk)/incidents/\\{number}", ask -> {
                follows(numbers.get("COMPLAINT"), numbers.get("REPAIR"));
                return of("REPAIR");
            }),
            need(".*/\\{number}/attachments/\\{id}", ask -> {
                jdbc.update(
                        "INSERT INTO attachment (id, ticket, name, media_type, bytes, by_whom, at, content)"
                                + " VALUES ('0a', ?, '墙.png', 'image/png', 1, 'resident', ?, ?)",
                        numbers.get("REPAIR"),
                        now(),
                        SentFiles.photo("png", 8, 8));
                return Map.of("number", numbers.get("REPAIR"), "id", "0a");
            }),
            need(
                    ".*/\\{number}/\\{papers}/\\{which}/paper",
                    ask -> Map.of("number", numbers.get("RENOVATION"), "papers", "passes", "which", pass())),
            need(".*/\\{number}/\\{paper}/(paper|code)", ask -> {
                jdbc.update("UPDATE renovation SET stage = 'REGISTERED' WHERE ticket = ?", numbers.get("RENOVATION"));
                return Map.of("number", numbers.get("RENOVATION"), "paper", "certificate");
            }),
            // By link
            need("/r/t/\\{number}/urge", ask -> {
                // Nobody urges twice within an hour, which is counted where nothing is rolled back
                time.pass(Duration.ofMinutes(61));
                return of("REPAIR");
            }),
            need("/r/t/\\{number}/withdrawal", ask -> Map.of("number", numbers.get("REPAIR"), "reason", "修好了")),
            need("/r/t/\\{number}/attachments", ask -> Map.of("number", numbers.get("REPAIR"), "file:files", "")),
            need("/r/t/\\{number}/completion", ask -> {
                String number = numbers.get("RENOVATION");
                jdbc.update("UPDATE renovation SET stage = 'REGISTERED' WHERE ticket = ?", number);
                jdbc.update("UPDATE worksite SET reported_at = NULL, passed_at = NULL WHERE ticket = ?", number);
                jdbc.update("UPDATE renovation_certificate SET starts_on = DATE '2020-01-01' WHERE ticket = ?", number);
                standsAt("renovationSupervision", "event_completionReported", number);
                return of("RENOVATION");
            }),
            need(
                    "/r/t/\\{number}/(notice|acts|cautions)/.*",
                    ask -> Map.of(
                            "number",
                            numbers.get("APPLIED"),
                            "act",
                            "WET_ROOM",
                            "code",
                            "QUALIFICATION",
                            "file:files",
                            "")),
            need(
                    "/r/p/\\{number}/\\{purpose}(/answer)?",
                    ask -> Map.of("number", numbers.get("CONSENT"), "purpose", "goods-consent", "answer", "AGREED")),
            need(".*(renovation|/site|/notice|/passes).*", ask -> of("RENOVATION")),
            need(".*\\{number}.*", ask -> of("REPAIR")));

    private static Need need(String addresses, Function<Ask, Map<String, String>> prepared) {
        return new Need(addresses, List.of(), prepared);
    }

    private static Need need(String addresses, List<String> cases, Function<Ask, Map<String, String>> prepared) {
        return new Need(addresses, cases, prepared);
    }

    @BeforeEach
    void somethingForEveryAddress() {
        register("CONSENT", """
                {"kind": "GOODS", "category": "GOODS_MOVING", "home": "4-1-101", "description": "搬走",
                 "reporter": {"name": "张三", "phone": "13812345678"},
                 "details": {"applicant": "LEAVING_TENANT", "proof": "IDENTITY", "goods": "纸箱 5"}}
                """);
        AppliedRenovation applied = new AppliedRenovation(
                "3-1-%d03".formatted(++floor), token("desk1"), token("lead"), token("supervisor"), this::runJobs);
        numbers.put("APPLIED", applied.number());
        runJobs();
        time.travelTo("2026-11-23T10:00");
        web = MockMvcBuilders.webAppContextSetup(context).addFilters(doors).build();
    }

    private Need need(String path) {
        return needs.stream()
                .filter(need -> path.matches(need.addresses))
                .findFirst()
                .orElseGet(() -> need("", ask -> Map.of()));
    }

    List<String> cases(String path) {
        List<String> cases = need(path).cases;
        return cases.isEmpty() && !path.contains("{number}") ? List.of("") : cases;
    }

    Map<String, String> prepared(Ask ask) {
        return need(ask.path).prepared.apply(ask);
    }

    // What is asked about

    private Map<String, String> of(String kind) {
        return Map.of("number", numbers.get(kind));
    }

    private static Map<String, String> leaveTime() {
        return Map.of("from", "2026-12-21T09:00", "until", "2026-12-22T09:00", "reason", "家里有事");
    }

    /** @return a change of a table, of which no other waits any more; a draft where what is asked is done to drafts */
    private Map<String, String> change(Ask ask) {
        ModelVersions.Version base = tables.inForce("time-limits.dmn").orElseThrow();
        boolean draft = ask.path.endsWith("/proposal");
        boolean open = !ask.is(DECIDED) && !draft;
        jdbc.update(
                "UPDATE studio_change SET state = 'WITHDRAWN' WHERE id IN"
                        + " (SELECT change_id FROM studio_change_model WHERE open_for = ?)",
                base.model());
        jdbc.update("UPDATE studio_change_model SET open_for = NULL WHERE open_for = ?", base.model());
        jdbc.update(
                "INSERT INTO studio_change (reason, proposed_by, by_manager, proposed_at, state, note)"
                        + " VALUES ('业主嫌慢', ?, ?, ?, ?, '')",
                ask.is(OWN) ? ask.who : "nobody",
                !ask.is(SUPERVISORS),
                now(),
                ask.is(DECIDED) ? "RETURNED" : draft ? "DRAFT" : "PROPOSED");
        Map<String, String> given = new HashMap<>(newest("studio_change"));
        long id = Long.parseLong(given.get("id"));
        jdbc.update(
                "INSERT INTO studio_change_model (change_id, model, base, open_for) VALUES (?, ?, ?, ?)",
                id,
                base.model(),
                base.id(),
                open ? base.model() : null);
        jdbc.update(
                "INSERT INTO studio_change_file (change_id, file, content) VALUES (?, ?, ?)",
                id,
                base.model(),
                new String(tables.source(base), StandardCharsets.UTF_8).replace("产品默认</", "产品默认，经理会</"));
        given.putAll(Map.of("note", "公共部位也要改", "reason", "业主嫌慢", "file", base.model()));
        return given;
    }

    /** @return a version in force that did not come with the program */
    private String changed() {
        ModelVersions.Version base = tables.inForce("time-limits.dmn").orElseThrow();
        return tables.deploy(tables.files(base), false).get(0).id();
    }

    /** @return a flow that was changed here, of which the program ships another version since */
    private Map<String, String> update() {
        ModelVersions.Version base = tables.inForce("acceptance.bpmn").orElseThrow();
        Map<String, byte[]> files = new HashMap<>(tables.files(base));
        for (boolean shipped : new boolean[] {true, false}) {
            files.compute(base.model(), (file, diagram) -> (new String(diagram, StandardCharsets.UTF_8) + "<!-- -->")
                    .getBytes(StandardCharsets.UTF_8));
            tables.deploy(files, shipped);
        }
        return Map.of("model", base.model(), "reason", "和业委会约定的");
    }

    /** @return a flow, and of what takes files its diagram with another name for a step */
    private Map<String, String> flow(Ask ask) {
        ModelVersions.Version base = tables.inForce("repair.bpmn").orElseThrow();
        Map<String, String> given = new HashMap<>(
                Map.of("process", "repair", "version", base.id(), "file", "repair.bpmn", "base", base.id()));
        if (ask.path.matches(".*/(drafts|check|list|proposals)")) {
            String diagram = new String(tables.source(base), StandardCharsets.UTF_8);
            given.putAll(Map.of("reason", "叫法不清楚", "file:file", diagram.replace("name=\"验收\"", "name=\"请业主验收\"")));
        }
        return given;
    }

    private static String person(Ask ask) {
        return ask.is(LEADS) ? "lead" : ask.is(OWN) ? ask.who : "electrician1";
    }

    private String postOf(String account) {
        return roster.postsOf(account).stream()
                .findFirst()
                .map(post -> post.code())
                .orElse("electrical-east");
    }

    private Timestamp now() {
        return Timestamp.from(time.instant());
    }

    /** Whoever has something urgent in hand cannot go yet; what others left there is no matter of rights. */
    private String absence(String staff, String kind, String status, int days) {
        jdbc.update(
                "UPDATE ticket SET handler = ? WHERE handler = ?",
                staff.equals("plumber1") ? "plumber2" : "plumber1",
                staff);
        jdbc.update(
                "INSERT INTO absence (staff, kind, starts, ends, reason, status, asked_by, asked_at)"
                        + " VALUES (?, ?, ?, ?, '有事', ?, ?, ?)",
                staff,
                kind,
                Timestamp.from(time.instant().plus(Duration.ofDays(days)).minusSeconds(60)),
                Timestamp.from(time.instant().plus(Duration.ofDays(days + 1))),
                status,
                staff,
                now());
        return newest("absence").get("id");
    }

    private Map<String, String> notice(String addressee, String channel, String status) {
        jdbc.update(
                "INSERT INTO notice (template, channel, addressee, address, subject, body, dedupe_key, status, attempts,"
                        + " created_at) VALUES ('t', ?, ?, 'a@b.example', '通知', '通知', 'walked', ?, 0, ?)",
                channel,
                addressee,
                status,
                now());
        return newest("notice");
    }

    private Map<String, String> newest(String table) {
        return Map.of("id", jdbc.queryForObject("SELECT max(id) FROM " + table, String.class));
    }

    private String job() {
        return jdbc.queryForObject(
                "SELECT min(j.id_) FROM act_ru_job j JOIN act_ru_execution e ON e.id_ = j.process_instance_id_"
                        + " WHERE e.business_key_ = ?",
                String.class,
                numbers.get("REPAIR"));
    }

    /** @return number of a pass that lets in */
    private String pass() {
        String number = numbers.get("RENOVATION");
        jdbc.update("UPDATE renovation SET stage = 'REGISTERED' WHERE ticket = ?", number);
        jdbc.update("UPDATE renovation_certificate SET ends_on = DATE '2026-12-31' WHERE ticket = ?", number);
        MockHttpServletResponse issued = sent(
                "POST",
                "/api/tickets/" + number + "/passes",
                Map.of("name", "李强", "trade", "水电工", "phone", "13900001111"),
                signedIn("/api/", "desk1"));
        if (issued.getStatus() != 201) {
            throw new AssertionError(text(issued));
        }
        return jdbc.queryForObject("SELECT max(number) FROM worker_pass WHERE ticket = ?", String.class, number);
    }

    private String slip(boolean usedUp) {
        String number = numbers.get("GOODS");
        jdbc.update(
                "UPDATE goods_release SET issued_at = ?, issued_by = 'desk1', valid_until = ? WHERE number = ?",
                now(),
                Timestamp.from(time.instant().plus(Duration.ofHours(8))),
                number);
        if (usedUp) {
            jdbc.update("UPDATE goods_line SET remaining = 0 WHERE number = ?", number);
        }
        return number;
    }

    private static Map<String, String> shown(Ask ask, String number) {
        boolean goods = ask.path.endsWith("exits");
        return ask.api()
                ? goods ? Map.of("code", number, "counts", "{\"1\": \"1\"}") : Map.of("code", number)
                : Map.of("number", number, "issue", "0", "count-1", goods ? "1" : "");
    }

    // Requests

    /** @return whoever this is, as the door wants to know it */
    Consumer<MockHttpServletRequest> signedIn(String path, String account) {
        if (path.startsWith("/api/")) {
            token(account);
            return request -> request.addHeader("Authorization", "Bearer token-of-" + account + "-for-tests");
        }
        Cookie[] cookies = SIGNED_IN.computeIfAbsent(port + account, key -> sent(
                        "POST", "/login", Map.of("username", account, "password", "shouwen-demo"), request -> {})
                .getCookies());
        return request -> request.setCookies(cookies);
    }

    /** @param given variables of the path, inputs and files */
    MockHttpServletResponse sent(
            String verb, String path, Map<String, String> given, Consumer<MockHttpServletRequest> who) {
        Set<String> variables = Set.copyOf(UriComponentsBuilder.fromPath(path).build().getPathSegments().stream()
                .filter(segment -> segment.startsWith("{"))
                .map(segment -> segment.substring(1, segment.length() - 1))
                .toList());
        Map<String, String> inputs = new HashMap<>(given);
        inputs.keySet().removeAll(variables);
        String address = UriComponentsBuilder.fromPath(path)
                .build()
                .expand((UriComponents.UriTemplateVariables) variable -> given.getOrDefault(variable, "0"))
                .toUriString();
        MockHttpServletRequestBuilder request = inputs.keySet().stream().anyMatch(name -> name.startsWith("file:"))
                ? withFiles(address, inputs)
                : MockMvcRequestBuilders.request(HttpMethod.valueOf(verb), address);
        if (verb.equals("POST") && path.startsWith("/api/")) {
            request.contentType(MediaType.APPLICATION_JSON).content(inputs.getOrDefault("body", json(inputs)));
        } else if (verb.equals("POST") && !(request instanceof MockMultipartHttpServletRequestBuilder)) {
            request.contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .content(inputs.entrySet().stream()
                            .map(input ->
                                    input.getKey() + "=" + UriUtils.encode(input.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&")));
        } else {
            inputs.forEach(request::param);
        }
        requests++;
        try {
            return web.perform(request.with(made -> {
                        made.setServletPath(address);
                        made.setPathInfo(null);
                        // Whoever asks too often waits, and a form's token is not asked here
                        made.setRemoteAddr("10.0.%d.%d".formatted(requests / 200 % 200, requests % 200));
                        CsrfFilter.skipRequest(made);
                        who.accept(made);
                        return made;
                    }))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(verb + " " + address, e);
        }
    }

    private static MockHttpServletRequestBuilder withFiles(String address, Map<String, String> inputs) {
        var request = MockMvcRequestBuilders.multipart(address);
        List.copyOf(inputs.keySet()).stream()
                .filter(name -> name.startsWith("file:"))
                .forEach(name -> {
                    byte[] content = inputs.remove(name).getBytes(StandardCharsets.UTF_8);
                    String field = name.substring("file:".length());
                    request.file(
                            content.length > 0
                                    ? new MockMultipartFile(field, "表.csv", "text/csv", content)
                                    : new MockMultipartFile(field, "墙.png", "image/png", SentFiles.photo("png", 8, 8)));
                });
        return request;
    }

    static String text(MockHttpServletResponse answer) {
        return answer.getStatus() + " " + new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    static Stream<Cookie> cookies(MockHttpServletResponse answer) {
        return Arrays.stream(answer.getCookies());
    }
}
