package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.shouwen.ticket.Tickets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a ticket was decided by is kept with it, so that a table can be tried on the matters of the past. */
@Tag("scenario")
class DecisionsIT extends RunningDesk {

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DecisionService tables;

    @Autowired
    private RepositoryService models;

    @Test
    void aRepairKeepsWhatItsTablesWereAsked() throws JsonProcessingException {
        String number = opened("""
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-102",
                 "reporter": {"name": "张三", "phone": "13812345678"}, "description": "漏水"}
                """);
        List<Tickets.Decision> decisions = decisions(number);
        assertThat(decisions)
                .extracting(Tickets.Decision::table)
                .containsExactly("repairPriority", "responsibility", "timeLimits");
        assertThat(decisions.get(0).inputs())
                .containsOnly(
                        Map.entry("hazard", "NONE"),
                        Map.entry("danger", "UNKNOWN"),
                        Map.entry("scope", "UNKNOWN"),
                        Map.entry("utilityOut", false),
                        Map.entry("area", "HOME"),
                        Map.entry("trade", "PLUMBING"));
        assertThat(asked(decisions.get(0))).containsEntry("priority", priority(number));
    }

    @Test
    void aCorrectionKeepsWhatTheTablesWereAskedAnew() throws JsonProcessingException {
        String number = opened("""
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-102",
                 "reporter": {"name": "张三", "phone": "13812345678"}, "description": "漏水"}
                """);
        Api.Answer corrected = api().post(
                        "/api/tickets/" + number + "/correction",
                        "{\"home\": \"1号楼1单元103\", \"danger\": \"PERSON\", \"reason\": \"配电箱进水\"}");
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(corrected.text("home")).isEqualTo("1-1-103");
        assertThat(decisions(number))
                .extracting(Tickets.Decision::table)
                .containsExactly("repairPriority", "responsibility", "timeLimits");
        assertThat(decisions(number).get(0).inputs()).containsEntry("danger", "PERSON");
        assertThat(asked(decisions(number).get(0))).containsEntry("priority", priority(number));
    }

    @Test
    void aComplaintKeepsWhatItsGradeWasAsked() throws JsonProcessingException {
        String number = opened("""
                {"kind": "COMPLAINT", "category": "COMPLAINT_NOISE", "site": "east",
                 "reporter": {"name": "陈静", "phone": "13855550001"}, "description": "楼上中午施工",
                 "details": {"media": true}}
                """);
        List<Tickets.Decision> decisions = decisions(number);
        assertThat(decisions).extracting(Tickets.Decision::table).containsExactly("complaintGrade", "timeLimits");
        assertThat(decisions.get(0).inputs()).containsEntry("media", true).containsEntry("households", 1);
        assertThat(asked(decisions.get(0)))
                .containsEntry(
                        "grade",
                        jdbc.queryForObject("SELECT grade FROM complaint WHERE ticket = ?", String.class, number));
    }

    private String opened(String request) {
        Api.Answer answer = api().post("/api/tickets", request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("number");
    }

    private List<Tickets.Decision> decisions(String number) throws JsonProcessingException {
        String kept = jdbc.queryForObject("SELECT decisions FROM ticket WHERE number = ?", String.class, number);
        return new ObjectMapper().readValue(kept, new TypeReference<>() {});
    }

    private String priority(String number) {
        return jdbc.queryForObject("SELECT priority FROM ticket WHERE number = ?", String.class, number);
    }

    /** Asks the same version of the table the same once more. */
    private Map<String, Object> asked(Tickets.Decision decision) {
        String id = models.createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision.table())
                .decisionDefinitionVersion(decision.version())
                .singleResult()
                .getId();
        return tables.evaluateDecisionTableById(id, decision.inputs())
                .getSingleResult()
                .getEntryMap();
    }
}
