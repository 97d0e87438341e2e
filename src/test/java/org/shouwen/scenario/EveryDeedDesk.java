package org.shouwen.scenario;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.shouwen.deed.Deed;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Given;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.testing.Callers;
import org.shouwen.testing.SentFiles;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Tickets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** What each deed needs beside the right to do it: the ticket, what stands in its address, and what is handed in. */
abstract class EveryDeedDesk extends EveryKindDesk {

    @Autowired
    DeedDesk deeds;

    @Autowired
    Tickets tickets;

    @BeforeEach
    void somethingForEveryDeed() {
        register("OTHER", leak("也漏水"));
        runJobs();
        jdbc.update("UPDATE ticket SET handler = ? WHERE number = ?", Asker.HANDLER.account, numbers.get("OTHER"));
        time.travelTo("2026-11-23T10:00");
    }

    String number(Deed deed) {
        boolean renovation = deed.path().matches("(renovation|certificate|passes|violations|completion|notice)\\b.*");
        return numbers.get(
                deed.path().startsWith("measures")
                        ? "COMPLAINT"
                        : deed.path().startsWith("slip") ? "GOODS" : renovation ? "RENOVATION" : "REPAIR");
    }

    /** @return what stands in its address beside the number */
    Map<String, String> prepared(Deed deed, String number, Status status) {
        if (status == Status.FOLLOWING) {
            follows(number, numbers.get("OTHER"));
        }
        switch (deed.path()) {
            case "reopening", "incident/departure" -> endFlowsOf(number);
            case "announcements" -> announceable(number, status);
            case "visits/answer" -> visitIsDue(number, status);
            case "renovation/contractor" ->
                jdbc.update("UPDATE renovation SET firm = '施工单位', qualification = '甲级' WHERE ticket = ?", number);
            case "renovation/unregistered-start" ->
                jdbc.update("DELETE FROM renovation_certificate WHERE ticket = ?", number);
            case "renovation/period" -> jdbc.update("DELETE FROM renovation_certificate WHERE ticket = ?", number);
            case "certificate/extension" ->
                jdbc.update("UPDATE renovation SET stage = 'REGISTERED' WHERE ticket = ?", number);
            case "completion" -> {
                jdbc.update("UPDATE worksite SET reported_at = NULL, passed_at = NULL WHERE ticket = ?", number);
                jdbc.update("UPDATE renovation_certificate SET starts_on = DATE '2020-01-01' WHERE ticket = ?", number);
                standsAt("renovationSupervision", "event_completionReported", number);
            }
            case "violations/{id}/restoration" ->
                jdbc.update("UPDATE violation SET result = 'REPORTED' WHERE id = ?", facts.get("violation"));
            case "slip/revocation" -> jdbc.update("""
                    UPDATE goods_release SET issued_at = ?, issued_by = 'desk1', valid_until = ?, ended_at = NULL, stopped_for = NULL
                    WHERE number = ?
                    """, utc(Duration.ZERO), utc(Duration.ofDays(1)), number);
            case "measures/giving-up" ->
                jdbc.update("UPDATE complaint_measure SET is_open = TRUE WHERE ticket = ?", number);
            case "resident-links/revocation" -> did("resident-links", number);
            default -> {}
        }
        if (!deed.path().startsWith("passes")) {
            return Map.of("id", String.valueOf(facts.get("violation")));
        }
        jdbc.update("UPDATE renovation SET stage = 'REGISTERED' WHERE ticket = ?", number);
        jdbc.update("UPDATE renovation_certificate SET ends_on = DATE '2026-12-31' WHERE ticket = ?", number);
        if (deed.path().equals("passes")) {
            return Map.of();
        }
        did("passes", number);
        String pass = jdbc.queryForObject("SELECT max(number) FROM worker_pass WHERE ticket = ?", String.class, number);
        jdbc.update("UPDATE worker_pass SET suspended_for = '打架' WHERE number = ?", pass);
        return Map.of("pass", pass);
    }

    private OffsetDateTime utc(Duration later) {
        return OffsetDateTime.ofInstant(time.instant().plus(later), ZoneOffset.UTC);
    }

    private void announceable(String number, Status status) {
        jdbc.update("DELETE FROM incident_follower WHERE ticket = ?", number);
        follows(numbers.get("OTHER"), number);
        stands(numbers.get("OTHER"), Status.FOLLOWING);
    }

    private void endFlowsOf(String number) {
        flows.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .rootProcessInstances()
                .list()
                .forEach(flow -> flows.deleteProcessInstances(List.of(flow.getId()), "walked", true, true, false));
    }

    private void visitIsDue(String number, Status status) {
        // Before anybody reads it: what the walk writes past the desk, in the same transaction, the desk does not see
        if (status == Status.CLOSED) {
            jdbc.update("UPDATE return_visit SET occasion = 'RAIN' WHERE ticket = ?", number);
        }
        if (status == Status.VISIT_DUE || status == Status.CLOSED) {
            standsAt("returnVisit", "userTask_visit", number);
        } else {
            jdbc.update("DELETE FROM return_visit WHERE ticket = ?", number);
        }
    }

    private void did(String path, String number) {
        Deed deed = deeds.all().stream()
                .filter(other -> other.path().equals(path))
                .findFirst()
                .orElseThrow();
        deeds.perform(deed, number, Map.of("number", number), () -> filledIn(deed, number), manager());
    }

    private Caller manager() {
        return Callers.of("manager", roster, time.instant(), Role.MANAGER);
    }

    private int told;

    Given.Raw filledIn(Deed deed, String number) {
        Map<String, String> texts = DeedInputs.of(deed, tickets.get(number), manager(), numbers.get("OTHER"));
        if (deed.path().equals("particulars")) {
            // None of it has to be given, but something new has to be
            texts.put("description", "又说了一遍，第 " + ++told + " 遍");
        }
        return new Given.Raw(
                false,
                texts,
                Map.of(),
                Map.of(
                        "files",
                        List.of(new MockMultipartFile("files", "墙.png", "image/png", SentFiles.photo("png", 8, 8)))));
    }

    static String address(Deed deed, String number) {
        return "/tickets/" + number + "/" + deed.path().replaceAll("\\{\\w+}", "0");
    }
}
