package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.deed.Deed;
import org.shouwen.deed.DeedDesk;
import org.shouwen.testing.Api;
import org.shouwen.testing.TasklistSession;
import org.springframework.beans.factory.annotation.Autowired;

/** What is something more each time it is done is done once by one form of a page, however often the form is sent. */
@Tag("scenario")
class FormsSentTwiceIT extends GuardedDesk {

    private static final Pattern KEY = Pattern.compile("name=\"formKey\" value=\"([^\"]+)\"");

    @Autowired
    private DeedDesk deeds;

    @Test
    void oneFormSentAtOnceAndAgainIsDoneOnce() {
        List<Deed> once = deeds.all().stream().filter(Deed::once).toList();
        assertThat(once).extracting(Deed::path).contains("notes", "resident-links");
        TasklistSession desk = as("desk1");
        for (Deed deed : once) {
            String number = open("双击" + deed.path());
            String address = "/desk/tickets/" + number + "/" + deed.path();
            int before = lines(number);
            sent(desk, address, "first", "双击留言");
            int one = lines(number) - before;
            Supplier<Api.Answer> form = () -> sent(desk, address, "second", "双击留言");

            List<Api.Answer> told = new Race()
                    .run(deed.path(), IntStream.range(0, 4).mapToObj(i -> form).toList());
            form.get();

            assertThat(told).allMatch(answer -> answer.status() == 302, told.toString());
            assertThat(lines(number))
                    .as(deed.path())
                    .isEqualTo(before + 2 * one)
                    .isGreaterThan(before);
        }
    }

    @Test
    void anotherFormOrOtherWordsAreSomethingElse() {
        String number = open("两次留言");
        String address = "/desk/tickets/" + number + "/notes";
        int before = lines(number);

        sent(as("desk1"), address, UUID.randomUUID().toString(), "留言");
        String key = UUID.randomUUID().toString();
        sent(as("desk1"), address, key, "留言");
        sent(as("desk1"), address, key, "改过的留言");
        sent(as("desk2"), address, key, "改过的留言");

        assertThat(lines(number)).isEqualTo(before + 4);
    }

    @Test
    void whatWasRefusedIsNotDoneAndMayBeSentAgain() {
        String number = open("先空后写");
        String address = "/desk/tickets/" + number + "/notes";
        int before = lines(number);

        assertThat(sent(as("desk1"), address, "a form", "").status()).isEqualTo(422);
        assertThat(sent(as("desk1"), address, "a form", "写了").status()).isEqualTo(302);

        assertThat(lines(number)).isEqualTo(before + 1);
    }

    @Test
    void eachFormOfAPageHasAKeyOfItsOwn() {
        String number = open("键");
        String page = as("desk1").get("/desk/tickets/" + number).text();

        assertThat(KEY.matcher(page)
                        .results()
                        .map(key -> key.group(1))
                        .distinct()
                        .count())
                .isEqualTo(2);
        assertThat(page)
                .doesNotContain(key(as("desk1").get("/desk/tickets/" + number).text()));
    }

    private static String key(String page) {
        Matcher key = KEY.matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private static Api.Answer sent(TasklistSession session, String address, String key, String text) {
        return session.form(address, Map.of("formKey", key, "text", text));
    }

    private int lines(String number) {
        return jdbc.queryForObject(
                        "SELECT count(*) FROM ticket_timeline l JOIN ticket t ON t.id = l.ticket_id WHERE t.number = ?",
                        Integer.class,
                        number)
                + jdbc.queryForObject("SELECT count(*) FROM resident_link WHERE ticket = ?", Integer.class, number);
    }
}
