package org.shouwen;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwen.estate.Resident;
import org.shouwen.onetimenotice.Receipt;
import org.shouwen.renovation.Contractor;
import org.shouwen.ticket.Disclosure;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Ticket;
import org.shouwen.workerpass.Worker;

/** What people who are no staff are called, and how they are reached, reaches nobody but through {@link Privacy}. */
class PeopleAreDisclosedTest {

    private static final Map<Class<?>, Set<String>> PEOPLE = Map.of(
            Reporter.class, Set.of("name", "phone", "email"),
            Resident.class, Set.of("name", "phone", "email"),
            Contractor.class, Set.of("person", "phone"),
            Worker.class, Set.of("name", "phone"),
            Receipt.class, Set.of("receiver"));

    /**
     * What shows nothing to staff: it compares, keeps or imports, writes to the person himself, or tells whoever is asked to act,
     * whose message is shown through {@link Privacy} like everything else.
     */
    private static final Set<String> BEHIND = Set.of(
            // Asks who he is, or keeps it
            "Facts",
            "Reporters",
            "Conversion",
            "Correction",
            "JdbcTickets",
            "TicketLinks",
            "MatterDeeds",
            "VisitPlanner",
            "ResidentsFile",
            "ResidentTable",
            "JdbcEstateRegister",
            "Person",
            "EnquiryDesk",
            "GoodsDesk",
            "GoodsKind",
            "HandlingDesk",
            "MovedOut",
            "OneTimeNotices",
            "ApplicantDesk",
            "RegistrationDesk",
            "Renovations",
            "WorkerPassDesk",
            "WorkerPass",
            "StaffFinds",
            "DemoTickets",
            "RegistrationForm",
            "TicketRequest",
            // Writes to him or about him to whoever has to act
            "FactSheet",
            "TicketNotices",
            "OwnerConsent",
            "AnswerLetter",
            // Prints surnames alone, whoever reads it
            "CertificatePaper",
            "PassProof",
            "PassView",
            // The gate, by a rule of its own
            "PassGate");

    private static final ArchRule RULE = noClasses()
            .that(describe("show something", type -> {
                String name = outermost(type.getSimpleName(), type.getName());
                return !BEHIND.contains(name)
                        && !type.isEquivalentTo(Disclosure.class)
                        && !type.isEquivalentTo(Privacy.class)
                        && PEOPLE.keySet().stream().noneMatch(type::isEquivalentTo);
            }))
            .should()
            .accessTargetWhere(describe("reading a person's name or number", PeopleAreDisclosedTest::readsAPerson))
            .because("who reads whom is one table");

    /** Those that {@link Disclosure} made are masked already, so reading them once more is reading what may be shown. */
    private static final Set<String> OF_A_DISCLOSURE = Set.of(
            "TicketViews",
            "WorkOrderPaper",
            "GoodsPages",
            "RenovationPages",
            "RenovationViews",
            "PassPages",
            "PassPaper",
            "RegisterPages",
            "NoticeView",
            "OneTimeNoticePaper",
            "LookDeeds");

    private static String outermost(String simple, String full) {
        String name = full.substring(full.lastIndexOf('.') + 1);
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : simple;
    }

    private static boolean readsAPerson(JavaAccess<?> access) {
        String origin = access.getOriginOwner().getName();
        return PEOPLE.entrySet().stream()
                        .anyMatch(person -> access.getTarget().getOwner().isEquivalentTo(person.getKey())
                                && person.getValue().contains(access.getName()))
                && !OF_A_DISCLOSURE.contains(outermost("", origin + "$"));
    }

    /** Templates reach through records, which no rule for classes sees. */
    private static final Pattern PAST_IT = Pattern.compile(
            "\\.reporter\\b(?!\\()|\\.worker\\.(name|phone)|contractor\\.(person|phone)|(?<!name\\(|\\w)receipt\\.receiver"
                    + "|(?<!within\\()(?<![\\w.])[\\w.]*intake\\.description");

    /** Reads a phone to show it. */
    static class PlantedPage {

        String phone(Ticket ticket) {
            return ticket.facts().intake().reporter().phone();
        }
    }

    @Test
    void nothingThatShowsReadsPastIt() {
        RULE.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackagesOf(ShouwenApplication.class));
    }

    @Test
    void whatReadsPastItIsFound() {
        assertThat(RULE.evaluate(new ClassFileImporter().importClasses(PlantedPage.class))
                        .hasViolation())
                .isTrue();
        assertThat(PAST_IT.matcher("${ticket.facts.intake.reporter.phone}").find())
                .isTrue();
        assertThat(PAST_IT.matcher("${disclosure.within(intake.description)}").find())
                .isFalse();
    }

    @Test
    void noTemplateReadsPastIt() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                PAST_IT.matcher(Files.readString(template))
                        .results()
                        .forEach(hit -> found.add(template + ": " + hit.group()));
            }
        }
        assertThat(found).isEmpty();
    }
}
