package org.shouwen;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.deed.Who;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.rights.Sites;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;

/**
 * No right is checked in a controller, and none narrows a list: roles stand in {@code Allowed}, deeds in {@code Who}, who sees
 * what is asked by {@code Sight} and by the services that make the lists.
 */
class RightsAreDeclaredTest {

    /** Who asks what somebody may do, or refuses him. */
    private static final Map<Class<?>, Set<String>> RIGHTS = Map.of(
            Caller.class, Set.of("isAny", "isOf", "reads", "readsEverySite", "sites", "roles"),
            Tickets.class, Set.of("visible", "about", "recused"),
            Sites.class, Set.of("sitesOf"),
            TicketRights.class, Set.of("mayRead", "mustRead"),
            Who.class, Set.of("may"),
            Refusal.class, Set.of("notAllowed"));

    /** The edge itself; and the bar, which names pages that the edge opens or not. */
    private static final Set<String> DECLARED = Set.of("RightsAtTheEdge", "Callers", "DeskAdvice");

    private static final ArchRule RULE = noClasses()
            .that(describe(
                    "take requests",
                    type -> (type.getPackageName().contains(".web")
                                    || type.getSimpleName().startsWith("Planted"))
                            && !DECLARED.contains(type.getSimpleName())))
            .should()
            .accessTargetWhere(describe("asking for a right", RightsAreDeclaredTest::asksForARight))
            .because("page and API would begin to differ");

    private static boolean asksForARight(JavaAccess<?> access) {
        return RIGHTS.entrySet().stream()
                .anyMatch(right -> access.getTarget().getOwner().isAssignableTo(right.getKey())
                        && right.getValue().contains(access.getName()));
    }

    /** Narrows a list by site, as a filter. */
    static class PlantedList {

        List<String> sites(List<String> all, Caller caller) {
            return all.stream().filter(caller::reads).toList();
        }
    }

    /** Asks for a role. */
    static class PlantedCheck {

        void admit(Caller caller) {
            if (!caller.isAny(Role.MANAGER)) {
                throw new IllegalStateException();
            }
        }
    }

    /** Refuses somebody. */
    static class PlantedRefusal {

        void admit(Ticket ticket, Caller caller) {
            if (!caller.code().equals(ticket.firstResponder())) {
                throw Refusal.notAllowed("not-yours", "不归您办");
            }
        }
    }

    @Test
    void controllersAskForNoRight() {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackagesOf(ShouwenApplication.class);
        RULE.check(house);
    }

    @ParameterizedTest
    @ValueSource(classes = {PlantedList.class, PlantedCheck.class, PlantedRefusal.class})
    void whoAsksForOneIsFound(Class<?> planted) {
        assertThat(RULE.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation())
                .isTrue();
    }
}
