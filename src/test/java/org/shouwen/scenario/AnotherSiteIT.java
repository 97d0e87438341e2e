package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.estate.EstateRegister;
import org.shouwen.estate.Place;
import org.shouwen.estate.Site;
import org.shouwen.rights.Role;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.testing.Api;
import org.shouwen.testing.TasklistSession;
import org.shouwen.ticket.ClockKind;
import org.shouwen.timelimit.SupervisionDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever works at another site only: what he sees of the first, what he is kept from in Tasklist, and when he is asked. */
@Tag("scenario")
class AnotherSiteIT extends GuardedDesk {

    private static final String COMPLAINT = """
            {"kind": "COMPLAINT", "category": "COMPLAINT_NOISE", "home": "1-1-101", "channel": "PHONE",
             "reporter": {"name": "张三", "phone": "138%08d"}, "description": "半夜施工",
             "details": {"injury": true}}
            """;

    private static int complainants = 7000;

    @Autowired
    private Roster roster;

    @Autowired
    private EstateRegister estate;

    @Autowired
    private SupervisionDesk supervisions;

    /** What a site has; a director is the company's. */
    private static final Set<Duty> DUTIES = EnumSet.complementOf(EnumSet.of(Duty.DIRECTOR));

    @BeforeEach
    void anotherSite() {
        if (roster.staff(harbour(Duty.LEAD)).isPresent()) {
            return;
        }
        estate.addSite(new Site("harbour", "garden", "港湾"));
        estate.addPlaces(List.of(new Place("LAMP-H", Place.Type.LAMP, "harbour", "港湾 1 号路灯", null)));
        for (Duty duty : DUTIES) {
            String code = harbour(duty);
            roster.hire(new Staff(code, code, null, null));
            accounts.create(code, "shouwen-demo", Set.of(Role.valueOf(duty.name())));
            roster.create(new Post("post-" + code, "harbour", code, duty, Set.of()));
            roster.appoint(code, "post-" + code);
        }
    }

    private static String harbour(Duty duty) {
        return "harbour-" + duty.name().toLowerCase().replace('_', '-');
    }

    private static List<String> people() {
        return DUTIES.stream().map(AnotherSiteIT::harbour).toList();
    }

    private String atHarbour() {
        Api.Answer answer = token(harbour(Duty.FRONT_DESK)).post("/api/tickets", """
                        {"kind": "REPAIR", "category": "PUBLIC_LIGHTING", "place": "LAMP-H",
                         "reporter": {"name": "李四", "phone": "13812345679"}, "description": "路灯不亮"}
                        """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        return answer.text("number");
    }

    /** @return numbers of the tickets whose tasks stand in any list that the person has in Tasklist */
    private Set<String> listed(String account) {
        TasklistSession person = as(account);
        Set<String> numbers = new LinkedHashSet<>();
        for (JsonNode filter :
                person.engine("/filter?resourceType=Task&maxResults=100").body()) {
            Api.Answer answer =
                    person.engine("POST", "/filter/" + filter.path("id").asText() + "/list?maxResults=1000", "{}");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            answer.body().findValuesAsText("id").stream()
                    .map(id -> tasks.createTaskQuery().taskId(id).singleResult())
                    .filter(task -> task != null)
                    .map(task -> (String) tasks.getVariableLocal(task.getId(), "show_ticket"))
                    .forEach(text -> numbers.add(text.substring(0, text.indexOf(' '))));
        }
        return numbers;
    }

    private List<String> filters(String account) {
        return as(account)
                .engine("/filter?resourceType=Task&maxResults=100")
                .body()
                .findValuesAsText("name");
    }

    @Test
    void listsInTasklistAreOfOnesOwnSites() {
        String waiting = open("漏水");
        String taken = grabbed("漏水");
        String theirs = atHarbour();
        time.travelTo("2026-12-23T09:00");
        for (String person : people()) {
            assertThat(listed(person)).as(person).doesNotContain(waiting, taken);
        }
        for (Duty superior : List.of(Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER)) {
            assertThat(filters(harbour(superior)))
                    .contains("已超时 · 港湾", "全部未办任务 · 港湾")
                    .noneMatch(name -> name.contains("东苑"));
            assertThat(listed(harbour(superior))).contains(theirs);
        }
        assertThat(filters("lead")).contains("已超时 · 东苑", "全部未办任务 · 东苑").noneMatch(name -> name.contains("港湾"));
        assertThat(listed("lead")).contains(waiting, taken).doesNotContain(theirs);
        assertThat(filters("admin")).contains("已超时", "全部未办任务");
    }

    @Test
    void tasksOfAnotherSiteAreNeitherClaimedNorDone() {
        String offered = task(open("漏水")).getId();
        String held = task(grabbed("漏水")).getId();
        String dispatch = form(Map.of("input_handler", "\"MYSELF\""));
        String survey = form(Map.of("input_findings", "\"阀芯磨损\""));
        for (String person : people()) {
            Map<String, Object> before = world();
            List<Api.Answer> answers = new ArrayList<>();
            for (String task : List.of(offered, held)) {
                answers.add(as(person).engine("POST", "/task/" + task + "/claim", "{\"userId\": \"" + person + "\"}"));
            }
            answers.add(as(person).engine("POST", "/task/" + offered + "/submit-form", dispatch));
            answers.add(as(person).engine("POST", "/task/" + held + "/submit-form", survey));
            // That somebody has claimed it already the engine tells everybody
            assertThat(answers).extracting(Api.Answer::status).as(person).containsExactly(403, 409, 403, 403);
            answers.forEach(answer -> assertRefused(before, answer));
        }
    }

    @Test
    void ticketsOfAnotherSiteAreNotThere() {
        String number = grabbed("漏水");
        for (String person : people()) {
            assertThat(token(person).get("/api/tickets/" + number).status()).isEqualTo(404);
            assertThat(as(person).call("GET", "/desk/tickets/" + number, null).status())
                    .isEqualTo(404);
            assertThat(token(person)
                            .post("/api/tickets/" + number + "/steps/inspectOnSite", "{}")
                            .status())
                    .isEqualTo(404);
            assertThat(numbers(token(person).get("/api/tickets?size=100"))).doesNotContain(number);
        }
    }

    private static List<String> numbers(Api.Answer list) {
        return StreamSupport.stream(list.body().path("items").spliterator(), false)
                .map(item -> item.path("number").asText())
                .toList();
    }

    /** Nobody at the site is above its manager, so the company's director is asked; of another site he alone sees the complaint. */
    @Test
    void aGraveComplaintEscalatedToADirectorOfAnotherSiteIsReadByHimAlone() {
        roster.relieve("director", "director");
        roster.create(new Post("director-harbour", "harbour", "公司值班领导", Duty.DIRECTOR, Set.of()));
        roster.appoint(harbour(Duty.MANAGER), "director-harbour");
        try {
            graveComplaint();
        } finally {
            roster.relieve(harbour(Duty.MANAGER), "director-harbour");
            roster.appoint("director", "director");
        }
    }

    private void graveComplaint() {
        Api.Answer opened = api().post("/api/tickets", COMPLAINT.formatted(complainants++));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        String number = opened.text("number");
        runJobs();
        assertThat(api().get("/api/tickets/" + number).text("handler")).isEqualTo("manager");
        supervisions.escalate(number, ClockKind.FINISH, 0, time.instant());
        runJobs();
        String asked = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("userTask_acknowledge")
                .singleResult()
                .getAssignee();
        assertThat(roster.sitesOf(asked)).doesNotContain("east");

        assertThat(token(asked).get("/api/tickets/" + number).status()).isEqualTo(200);
        assertThat(as(asked).call("GET", "/desk/tickets/" + number, null).status())
                .isEqualTo(200);
        String site = roster.sitesOf(asked).iterator().next();
        List<String> colleagues = Arrays.stream(Duty.values())
                .flatMap(duty -> roster.postsOf(site, duty).stream())
                .flatMap(post -> roster.holdersOf(post.code()).stream())
                .map(Staff::code)
                .filter(code -> !code.equals(asked))
                .toList();
        assertThat(colleagues).isNotEmpty();
        for (String colleague : colleagues) {
            assertThat(token(colleague).get("/api/tickets/" + number).status())
                    .as(colleague)
                    .isEqualTo(404);
        }
        Api.Answer answer = token(asked)
                .post(
                        "/api/tickets/" + number + "/steps/acknowledge",
                        "{\"decision\": \"CONTINUE\", \"remark\": \"马上答复\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
        // He answers for what he decided, as long as it goes on
        assertThat(token(asked).get("/api/tickets/" + number).status()).isEqualTo(200);
        assertThat(api().post("/api/tickets/" + number + "/withdrawal", "{\"reason\": \"谈妥了\"}")
                        .status())
                .isEqualTo(200);
        assertThat(token(asked).get("/api/tickets/" + number).status()).isEqualTo(404);
    }

    /** A step that is offered to a post of another site is reason enough, too, and ends with it. */
    @Test
    void whoeverAStepIsOfferedToSeesTheTicketAsLongAsItIs() {
        String number = open("漏水");
        String lead = harbour(Duty.LEAD);
        String task = task(number).getId();
        tasks.addCandidateGroup(task, "post-" + lead);
        try {
            assertThat(token(lead).get("/api/tickets/" + number).status()).isEqualTo(200);
            assertThat(token(harbour(Duty.SUPERVISOR))
                            .get("/api/tickets/" + number)
                            .status())
                    .isEqualTo(404);
        } finally {
            tasks.deleteCandidateGroup(task, "post-" + lead);
        }
        assertThat(token(lead).get("/api/tickets/" + number).status()).isEqualTo(404);
    }
}
