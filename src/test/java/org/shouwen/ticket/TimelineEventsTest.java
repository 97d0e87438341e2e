package org.shouwen.ticket;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenApplication;
import org.springframework.util.StringUtils;

/** Each event is declared once, by the feature in which it happens, and found there; nobody tells of another one. */
@AnalyzeClasses(packagesOf = ShouwenApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class TimelineEventsTest {

    private static final Pattern IN_SQL = Pattern.compile("\\bevent in \\(([^)]*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_WORDING = Pattern.compile("\\blast([A-Z]\\w*)");

    /** Only such a class is found by {@link TimelineEvents}. */
    @ArchTest
    static final ArchRule eventsAreConstantsOfEnumsThatAreNamedSo = classes()
            .that()
            .implement(TimelineEvent.class)
            .should()
            .beEnums()
            .andShould()
            .haveSimpleNameEndingWith("Event");

    @ArchTest
    static final ArchRule noCodeIsWrittenBesideADeclaration = noClasses()
            .that()
            .areNotAssignableTo(TimelineEvent.class)
            .and()
            .areNotAssignableTo(TimelineEvents.class)
            .and()
            .areNotAssignableTo(TimelineEvent.Declaration.class)
            .should()
            .callMethod(TimelineEvent.class, "event", String.class)
            .orShould()
            .callConstructorWhere(target(owner(assignableTo(TimelineEvent.Declaration.class))));

    @ArchTest
    static final ArchRule linesAreWrittenByTheTicketAndItsTables = noClasses()
            .that()
            .resideOutsideOfPackages("org.shouwen.ticket", "org.shouwen.ticket.internal")
            .should()
            .callConstructorWhere(target(owner(assignableTo(TimelineEntry.class))));

    private final TimelineEvents events = new TimelineEvents();

    /** To find them fails where two have one code. */
    @ArchTest
    static void everyEventIsFound(JavaClasses all) {
        assertThat(new TimelineEvents().all()).hasSameSizeAs(constants(all));
    }

    @ArchTest
    static void everyEventHappensSomewhere(JavaClasses all) {
        assertThat(constants(all))
                .filteredOn(constant -> constant.getAccessesToSelf().stream()
                        .allMatch(access -> access.getOriginOwner().equals(constant.getOwner())))
                .isEmpty();
    }

    @Test
    void codesFitTheirColumn() {
        assertThat(events.all())
                .extracting(TimelineEvent.Declaration::code)
                .allMatch(code -> code.matches("[a-zA-Z-]{1,40}"));
    }

    @Test
    void factsAreThoseThatAreDeclared() {
        TimelineEvent.Declaration promised = TicketEvent.PROMISED.declared();

        assertThat(promised.facts("clock", ClockKind.FINISH, "due", LivingTicket.NINE))
                .containsOnly(Map.entry("clock", "FINISH"), Map.entry("due", LivingTicket.NINE.toString()));
        assertThat(promised.facts("due", null, "clock", ClockKind.FINISH)).containsOnlyKeys("clock");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> promised.facts("clock", ClockKind.FINISH))
                .withMessage("promised states [clock, due], not [clock]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> promised.facts("clock", ClockKind.FINISH, "due", null, "to", "p1"));
    }

    @Test
    void whatNobodyDeclaresAnyMoreIsForStaff() {
        TimelineEntry old =
                new TimelineEntry(LivingTicket.NINE, "resident", events.get("of-old"), "旧事", null, Map.of());

        assertThat(old.event()).isEqualTo("of-old");
        assertThat(old.wordsForResident()).isNull();
        assertThat(TimelineEvent.Meaning.values()).noneMatch(old::means);
    }

    @Test
    void sqlAsksForDeclaredEventsOnly() {
        assertThat(found(Path.of("src/main/java"), ".java", IN_SQL)
                        .flatMap(list -> Stream.of(list.split(",")))
                        .map(code -> code.strip().replace("'", "")))
                .isNotEmpty()
                .isSubsetOf(codes());
    }

    /** {@code lastReported} is the last line of that event. */
    @Test
    void wordingsAskForDeclaredEventsOnly() {
        assertThat(found(Path.of("src/main/resources/notification"), ".txt", IN_WORDING)
                        .map(StringUtils::uncapitalize))
                .isNotEmpty()
                .isSubsetOf(codes());
    }

    private List<String> codes() {
        return events.all().stream().map(TimelineEvent.Declaration::code).toList();
    }

    private static Stream<String> found(Path folder, String ending, Pattern pattern) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(ending))
                    .map(TimelineEventsTest::read)
                    .toList()
                    .stream()
                    .flatMap(text -> pattern.matcher(text).results())
                    .map(hit -> hit.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JavaField> constants(JavaClasses all) {
        return all.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(TimelineEvent.class))
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().equals(field.getOwner()))
                .toList();
    }
}
