package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Given;
import org.shouwen.deed.Input;
import org.shouwen.testing.Api;
import org.shouwen.testing.SentFiles;
import org.shouwen.ticket.Status;

/** Every deed, done at the same moment by three people who may do it. */
@Tag("scenario")
class DeedRacesIT extends EveryDeedDesk {

    private static final int LEAST = 10;

    private static final String SET = "the same is written down again, and the last one stands";

    /** What more than one may, and why; whoever is refused nevertheless reads who and when. */
    private static final Map<String, String> SEVERAL = Map.ofEntries(
            Map.entry("attachments", "each photo is one more"),
            Map.entry("notes", "each says something of his own"),
            Map.entry("disclosure", "each is shown it for himself"),
            Map.entry("urge", "each has somebody at the telephone"),
            Map.entry("violations", "each saw something; a form that is sent twice is the same request"),
            Map.entry("resident-links", "each prints his own, and all of them open"),
            Map.entry("appointment", SET),
            Map.entry("correction", SET),
            Map.entry("incident", "what follows the incident already goes on following it"),
            Map.entry("passes/{pass}/suspension", SET),
            Map.entry("renovation/contractor", SET),
            Map.entry("renovation/period", SET),
            Map.entry("visits/answer", SET));

    private final Race race = new Race();
    private final Random random = new Random(Race.SEED);

    @Test
    void oneOfThoseWhoDoTheSameDeedWins() {
        List<Deed> all = new ArrayList<>(deeds.all());
        List<String> wrong = new ArrayList<>();
        for (boolean first = true; race.rounds() < Race.ROUNDS; first = false) {
            Collections.shuffle(all, random);
            for (Deed deed : all) {
                if (race.rounds() >= Race.ROUNDS && Race.ROUNDS < all.size() * LEAST) {
                    break;
                }
                if (race.rounds() > 0) {
                    leaveNothingOpen();
                    aTicketOfEachKind();
                    somethingForEveryDeed();
                }
                try {
                    raced(deed);
                } catch (AssertionError e) {
                    wrong.add(e.getMessage());
                }
            }
        }
        System.out.println("Deeds: " + race);
        assertThat(wrong).isEmpty();
        if (Race.ROUNDS >= all.size() * LEAST) {
            assertThat(all)
                    .allSatisfy(deed -> assertThat(race.rounds(deed.path())).isGreaterThanOrEqualTo(LEAST));
        }
    }

    private void raced(Deed deed) {
        String number = number(deed);
        Status status = deed.when().iterator().next();
        stands(number, status);
        Map<String, String> path = new HashMap<>(prepared(deed, number, status));
        String address = "/api/tickets/" + number + "/" + deed.path();
        for (Map.Entry<String, String> part : path.entrySet()) {
            address = address.replace("{" + part.getKey() + "}", part.getValue());
        }
        String where = address;
        Given.Raw given = filledIn(deed, number);
        String inputs = json(given.texts());
        // Superiors read what others have to say why for
        Stream<String> racing = deed.path().equals("disclosure")
                ? Stream.of("desk1", "plumber2", "desk2")
                : Stream.of("supervisor", "manager", "supervisor");
        List<Supplier<Api.Answer>> people = racing.map(this::token)
                .map(person -> (Supplier<Api.Answer>) () -> sent(person, deed, where, inputs))
                .toList();
        String what = deed.path() + " of " + number + " " + inputs;
        List<Api.Answer> answers = race.run(deed.path(), people);
        if (SEVERAL.containsKey(deed.path())) {
            assertThat(answers).as(what).anyMatch(Race::won);
            Race.assertLosersKnow(what, answers);
        } else {
            Race.assertOneWon(what, answers);
        }
    }

    private static Api.Answer sent(Api person, Deed deed, String address, String inputs) {
        if (deed.inputs().stream().noneMatch(input -> input.type() == Input.Type.FILES)) {
            return person.post(address, inputs);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(SentFiles.photo("png", 8, 8));
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return person.send(
                "POST", address, body.toByteArray(), List.of("Content-Type", "multipart/form-data; boundary=x"));
    }
}
