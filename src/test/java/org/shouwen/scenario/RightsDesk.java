package org.shouwen.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.shouwen.estate.EstateRegister;
import org.shouwen.estate.Site;
import org.shouwen.rights.Role;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.testing.Api;
import org.shouwen.testing.TasklistSession;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever asks, and what he is answered; the tables of {@code docs/rights.md} have a column for each of them. */
abstract class RightsDesk extends GuardedDesk {

    static final Path DOCUMENT = Path.of("docs/rights.md");

    private static final Path OWN_SITES = Path.of("src/main/resources/db/migration/V25__own_sites.sql");

    /** An input that nobody declares: whoever may do it is told so, and nothing happens. */
    static final String NONSENSE = "{\"no-such-field\": 1}";

    /** Who asks: of the ticket's site, of another one, and whoever has to do with the ticket from there. */
    enum Asker {
        FRONT_DESK("前台", "desk1", Role.FRONT_DESK),
        TECHNICIAN("维修工", "plumber2", Role.TECHNICIAN),
        LEAD("班长", "lead", Role.LEAD),
        SUPERVISOR("主管", "supervisor", Role.SUPERVISOR),
        MANAGER("项目经理", "manager", Role.MANAGER),
        ADMINISTRATOR("管理员", "admin", Role.ADMINISTRATOR),
        HANDLER("经办人（他点）", "north-handler", Role.TECHNICIAN),
        FIRST_RESPONDER("首问责任人（他点）", "north-responder", Role.TECHNICIAN),
        OTHER_FRONT_DESK("他点前台", "north-front-desk", Role.FRONT_DESK),
        OTHER_TECHNICIAN("他点维修工", "north-technician", Role.TECHNICIAN),
        OTHER_LEAD("他点班长", "north-lead", Role.LEAD),
        OTHER_SUPERVISOR("他点主管", "north-supervisor", Role.SUPERVISOR),
        OTHER_MANAGER("他点项目经理", "north-manager", Role.MANAGER);

        final String label;
        final String account;
        final Role role;

        Asker(String label, String account, Role role) {
            this.label = label;
            this.account = account;
            this.role = role;
        }

        boolean ofAnotherSite() {
            return account.startsWith("north");
        }
    }

    /** What an asker is answered. */
    enum Answer {
        YES("✓"),
        NO("403"),
        NOT_THERE("404"),
        NOT_NOW("409"),
        NOT_SO("422");

        final String mark;

        Answer(String mark) {
            this.mark = mark;
        }
    }

    @Autowired
    Roster roster;

    @Autowired
    EstateRegister estate;

    @BeforeEach
    void anotherSiteWithPeopleOfItsOwn() {
        if (roster.staff("north-lead").isPresent()) {
            return;
        }
        estate.addSite(new Site("hill", "garden", "山苑"));
        for (Asker asker : Asker.values()) {
            if (asker.ofAnotherSite()) {
                roster.hire(new Staff(asker.account, asker.account, null, null));
                accounts.create(asker.account, "shouwen-demo", Set.of(asker.role));
                String post = "post-" + asker.account;
                roster.create(new Post(post, "hill", post, Duty.valueOf(asker.role.name()), Set.of()));
                roster.appoint(asker.account, post);
            }
        }
    }

    /** @return the columns of a table */
    static String askers() {
        return Arrays.stream(Asker.values()).map(asker -> asker.label).collect(Collectors.joining(" | "));
    }

    static String marks(Map<Asker, Answer> answers) {
        return Arrays.stream(Asker.values())
                .map(answers::get)
                .map(answer -> answer == null ? "" : answer.mark)
                .collect(Collectors.joining(" | "));
    }

    /** @return a JSON object; what is one already stays as it is */
    static String json(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(text -> TasklistSession.quoted(text.getKey()) + ": "
                        + (text.getValue().startsWith("{") ? text.getValue() : TasklistSession.quoted(text.getValue())))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** A fault: whoever is of one site is of all. */
    void whileEverySiteIsEverybodys(Runnable walk) {
        jdbc.execute("CREATE OR REPLACE VIEW staff_site AS SELECT sp.staff AS staff, p.site AS site"
                + " FROM staff_post sp CROSS JOIN post p");
        try {
            walk.run();
        } finally {
            jdbc.execute(read(OWN_SITES)
                    .replaceAll("(?m)^--.*", "")
                    .replace("create view", "create or replace view")
                    .replace(";", ""));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever may is told what is wrong with his request. */
    static Answer answer(Api.Answer answer) {
        return switch (answer.status()) {
            case 403 -> Answer.NO;
            case 404 -> Answer.NOT_THERE;
            case 400, 409, 422 -> Answer.YES;
            default -> throw new AssertionError(answer.status() + " " + answer.text());
        };
    }
}
