package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Given;
import org.shouwen.deed.Input;
import org.shouwen.deed.Outcome;
import org.shouwen.deed.Who;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.testing.Callers;
import org.shouwen.testing.GeneratedPart;
import org.shouwen.ticket.Sight;
import org.shouwen.ticket.Status;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every deed, done by every role of the ticket's site and of another one, in every status, with everything that it needs: at
 * the desk to which both doors lead, in transactions that are rolled back, and once through each door. What they are answered
 * is a table of {@code docs/rights.md}, word for word.
 */
class DeedRightsIT extends EveryDeedDesk {

    @Autowired
    private Sight sight;

    @Autowired
    private TransactionTemplate transactions;

    /** What everybody is answered, and in which statuses. */
    private record Row(Deed deed, Map<Asker, Answer> answers, Set<Status> statuses) {

        String line() {
            String words = statuses.size() == Status.values().length
                    ? "any"
                    : statuses.stream().map(Status::label).collect(Collectors.joining("、"));
            return "| `%s` %s | %s | %s |%n".formatted(deed.path(), deed.label(), words, marks(answers));
        }
    }

    @Test
    void everyDeedIsDoneByWhomTheTableNames() {
        List<Row> rows = deeds.all().stream()
                .flatMap(deed -> walked(deed).stream())
                .sorted(Comparator.comparing(row -> row.deed().path()))
                .toList();
        GeneratedPart.isInStep(DOCUMENT, "deeds", table(rows));
        assertThat(rows).allSatisfy(row -> Arrays.stream(Asker.values())
                .filter(asker -> asker.name().startsWith("OTHER"))
                .forEach(asker -> assertThat(row.answers()).containsEntry(asker, Answer.NOT_THERE)));
        // Where it is done is where it is offered
        deeds.all().forEach(deed -> assertThat(rows.stream()
                        .filter(row -> row.deed() == deed && row.answers().containsValue(Answer.YES))
                        .flatMap(row -> row.statuses().stream()))
                .as(deed.path())
                .containsExactlyInAnyOrderElementsOf(deed.when()));
        throughTheDoors(rows);
    }

    /** Each changes what the service allows, and the same walk finds it. */
    @Test
    void aRoleASiteAndAStatusTooManyTurnItRed() {
        Deed withdrawal = deeds.all().stream()
                .filter(deed -> deed.path().equals("withdrawal"))
                .findFirst()
                .orElseThrow();
        String right = table(walked(withdrawal));

        Who widened = Who.of(Role.TECHNICIAN, withdrawal.who().roles().toArray(Role[]::new));
        assertThat(table(walked(planted(withdrawal, widened, withdrawal.act()))))
                .as("a role too many")
                .isNotEqualTo(right);

        assertThat(table(walked(planted(withdrawal, withdrawal.who(), (ticket, given, caller) -> Outcome.CHANGED))))
                .as("a status that does not matter")
                .isNotEqualTo(right);

        whileEverySiteIsEverybodys(() ->
                assertThat(table(walked(withdrawal))).as("a site too many").isNotEqualTo(right));
        assertThat(table(walked(withdrawal))).isEqualTo(right);
    }

    private static Deed planted(Deed deed, Who who, Deed.Act act) {
        return Deed.of(deed.path(), deed.label(), deed.summary(), who)
                .when(deed.when())
                .offeredBy(deed.action())
                .asking(deed.inputs().toArray(Input[]::new))
                .does(act);
    }

    // The walk

    /** @return one row for all statuses in which everybody is answered alike */
    private List<Row> walked(Deed deed) {
        Map<Map<Asker, Answer>, Set<Status>> statuses = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            Map<Asker, Answer> answers = new LinkedHashMap<>();
            for (Asker asker : Asker.values()) {
                answers.put(asker, asked(deed, status, asker));
            }
            statuses.computeIfAbsent(answers, alike -> EnumSet.noneOf(Status.class))
                    .add(status);
        }
        return statuses.entrySet().stream()
                .map(alike -> new Row(deed, alike.getKey(), alike.getValue()))
                .toList();
    }

    private Answer asked(Deed deed, Status status, Asker asker) {
        return transactions.execute(attempt -> {
            attempt.setRollbackOnly();
            String number = number(deed);
            stands(number, status);
            Map<String, String> path = new HashMap<>(prepared(deed, number, status));
            path.put("number", number);
            Caller caller = Callers.of(asker.account, roster, time.instant(), asker.role);
            if (!sight.sees(number, caller)) {
                return Answer.NOT_THERE;
            }
            try {
                deeds.perform(deed, number, path, () -> filledIn(deed, number), caller);
                return Answer.YES;
            } catch (Refusal refusal) {
                if (refusal.kind() == Refusal.Kind.NOT_POSSIBLE_NOW) {
                    return Answer.NOT_NOW;
                }
                assertThat(refusal.name())
                        .as("%s in %s by %s: %s", deed.path(), status, asker.label, refusal.getMessage())
                        .isEqualTo("ticket-not-yours");
                return Answer.NO;
            }
        });
    }

    private static String table(List<Row> rows) {
        return "| Deed | Status | " + askers() + " |\n|" + " --- |".repeat(Asker.values().length + 2) + "\n"
                + rows.stream().map(Row::line).collect(Collectors.joining());
    }

    // The doors

    /** Over the API and on the page everybody is answered what the desk answers. */
    private void throughTheDoors(List<Row> rows) {
        List<String> wrong = new ArrayList<>();
        for (Row row : rows) {
            String number = number(row.deed());
            stands(number, row.statuses().iterator().next());
            Given.Raw inputs = filledIn(row.deed(), number);
            row.answers().forEach((asker, answer) -> {
                // Whoever may do it hands in what nobody asks, and nothing happens
                String told = answer == Answer.YES ? NONSENSE : json(inputs.texts());
                int api = token(asker.account)
                        .post("/api" + address(row.deed(), number), told)
                        .status();
                int page = answer == Answer.YES ? api : onThePage(asker, answer, row.deed(), number, inputs.texts());
                int expected = answer == Answer.YES ? 400 : Integer.parseInt(answer.mark);
                if (api != expected || page != expected) {
                    wrong.add("%s in %s by %s: %d over the API, %d on the page instead of %d"
                            .formatted(row.deed().path(), row.statuses(), asker.label, api, page, expected));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    /** A form is sent from the ticket's page; what is not possible now leads back there. */
    private int onThePage(Asker asker, Answer answer, Deed deed, String number, Map<String, String> texts) {
        String address = "/desk" + address(deed, number);
        int sent = as(asker.account)
                .form(address, texts, "Referer", "http://127.0.0.1/desk/tickets/" + number)
                .status();
        return answer == Answer.NOT_NOW && sent == 302
                ? as(asker.account).form(address, texts).status()
                : sent;
    }
}
