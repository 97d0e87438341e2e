package org.shouwen;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problem.Typed;
import org.shouwen.ticket.Details;
import org.shouwen.workflow.Submission;

/** What people type is read in one place: {@link Typed}, and {@code Phone} and {@code Email}, which stand upon it. */
class OneReaderTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    /** A pattern that a text is held against. */
    private static final Pattern HELD_AGAINST =
            Pattern.compile("(?:Pattern\\s*\\.compile|matches)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern OF_AN_EMAIL = Pattern.compile("[\\]+*}w]@|@[\\[(.\\\\]");
    private static final Pattern OF_A_PHONE =
            Pattern.compile("1\\[3|1\\\\\\\\d\\{10}|\\\\\\\\d\\{11}|0\\\\\\\\d\\{2,3}");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(ShouwenApplication.class);

    /** What the doors leave to the reader. */
    enum Reading {
        /** Constants of a class are not typed by anybody, nor are the hours that stand in the code. */
        MOMENTS_DAYS_AND_TIMES(
                Set.of("WorkingSlot"),
                access -> access.getTarget().getOwner().getPackageName().startsWith("java.time")
                        && access.getName().startsWith("parse")
                        && !access.getOrigin().getName().equals("<clinit>")),

        /** The others offer all constants, say which there are, or read what a table holds. */
        CODES_OF_A_LIST(
                Set.of("Input", "CsvLine", "TimelineEvents", "ProblemAdvice", "Value"),
                access -> access.getName().equals("getEnumConstants")),

        /** Tables of the database and of decisions hold names of constants, too; nobody typed those. */
        CODES_BY_NAME(
                Set.of(),
                access -> isDoor(access)
                        && access.getName().equals("valueOf")
                        && access.getTarget().getOwner().isEnum()
                        && access.getTarget().getFullName().contains("(java.lang.String)")),

        BLANKS(
                Set.of(),
                access -> isDoor(access)
                        && access.getTarget().getOwner().isEquivalentTo(String.class)
                        && Set.of("strip", "trim").contains(access.getName()));

        private final ArchRule rule;

        Reading(Set<String> others, Predicate<JavaAccess<?>> reads) {
            DescribedPredicate<JavaAccess<?>> reading = describe("reading " + name() + " themselves", reads);
            rule = noClasses()
                    .that(describe(
                            "do not read for all",
                            type -> !type.isEquivalentTo(Typed.class) && !others.contains(type.getSimpleName())))
                    .should()
                    .accessTargetWhere(reading)
                    .because("what is tolerated at one door is tolerated at all");
        }

        private static boolean isDoor(JavaAccess<?> access) {
            String from = access.getOriginOwner().getFullName();
            return from.contains(".web.")
                    || from.startsWith("org.shouwen.deed.")
                    || Stream.of(Details.class, Submission.class, Planted.class)
                            .anyMatch(door -> from.startsWith(door.getName()));
        }
    }

    /** Reads for itself in every way that is forbidden. */
    static class Planted {

        Object moment(String typed) {
            return DateTimeFormatter.ISO_DATE.parse(typed);
        }

        LocalDate day(String typed) {
            return LocalDate.parse(typed.strip());
        }

        DayOfWeek code(String typed) {
            return DayOfWeek.valueOf(typed);
        }

        int codes(Class<?> type) {
            return type.getEnumConstants().length;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyElseReads(Reading reading) {
        reading.rule.check(HOUSE);
    }

    @ParameterizedTest
    @EnumSource
    void whoReadsForHimselfIsFound(Reading reading) {
        assertThat(reading.rule
                        .evaluate(new ClassFileImporter().importClasses(Planted.class))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void emailsAndPhonesAreHeldAgainstOnePatternEach() throws IOException {
        assertThat(filesThatHoldAgainst(OF_AN_EMAIL)).containsExactly("Email.java");
        // A search box takes a part of a number
        assertThat(filesThatHoldAgainst(OF_A_PHONE)).containsExactly("JdbcEstate.java", "Phone.java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email.matches(\"[^\\\\s@]+@[A-Za-z0-9-]+(\\\\.[A-Za-z0-9-]+)*\")",
                "Pattern.compile(\n        \"[^@\\\\s,;<>]{1,64}@[^@\\\\s,;<>]+\\\\.[^@\\\\s,;<>.]+\")",
                "text.matches(\".+@.+\")"
            })
    void anotherPatternOfAnEmailIsFound(String code) {
        assertThat(heldAgainst(code)).anyMatch(OF_AN_EMAIL.asPredicate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone.matches(\"1[3-9]\\\\d{9}\")",
                "Pattern.compile(\"1\\\\d{10}\")",
                "phone.matches(\"\\\\d{11}\")",
                "phone.matches(\"0\\\\d{2,3}-\\\\d{7,8}\")"
            })
    void anotherPatternOfAPhoneIsFound(String code) {
        assertThat(heldAgainst(code)).anyMatch(OF_A_PHONE.asPredicate());
    }

    private static List<String> filesThatHoldAgainst(Pattern kind) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> heldAgainst(text(file)).stream().anyMatch(kind.asPredicate()))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<String> heldAgainst(String code) {
        return HELD_AGAINST.matcher(code).results().map(found -> found.group(1)).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
