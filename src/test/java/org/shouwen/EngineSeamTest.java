package org.shouwen;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;

/** How far the engine reaches into our code, and a few habits of the house. */
@AnalyzeClasses(packagesOf = ShouwenApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class EngineSeamTest {

    private static final DescribedPredicate<JavaAccess<?>> ASKING_THE_MACHINE_FOR_THE_TIME = describe(
            "asking the machine for the time",
            access -> isNow(access) || isMillis(access) || isNewDate(access) || isSystemClock(access));

    @ArchTest
    static final ArchRule engineIsSeenOnlyInProcessPackagesAndInWorkflow = noClasses()
            .that()
            .resideOutsideOfPackages("org.shouwen..process..", "org.shouwen.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("a fork of the engine stays a package rename away");

    /** The identity provider and the authorizations of the engine are extended in {@code access}. */
    @ArchTest
    static final ArchRule engineInternalsAreSeenOnlyByTheGuardAndTheIdentityProvider = noClasses()
            .that()
            .resideOutsideOfPackages("org.shouwen.workflow.internal", "org.shouwen.access.process")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..impl..");

    @ArchTest
    static final ArchRule timeComesFromTheOneClock = noClasses()
            .that()
            .doNotBelongToAnyOf(ShouwenApplication.class)
            .should()
            .accessTargetWhere(ASKING_THE_MACHINE_FOR_THE_TIME)
            .because("tests and demo data move the one Clock bean");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .that()
            .areNotAssignableTo(describe("an engine type", EngineSeamTest::extendsTheEngine))
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto)");

    /** A record's components carry the annotations of its constructor. */
    @ArchTest
    static final ArchRule collaboratorsComeThroughTheConstructor = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areNotAssignableTo(Record.class)
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule webMethodsOpenNoTransaction = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..web..")
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("a use case is a transaction, a request is not");

    @ArchTest
    static final ArchRule webClassesOpenNoTransaction =
            noClasses().that().resideInAPackage("..web..").should().beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule delegatesAreClosedAndNamedSo = classes()
            .that()
            .areAssignableTo(JavaDelegate.class)
            .or()
            .haveSimpleNameEndingWith("Delegate")
            .should()
            .resideInAPackage("org.shouwen..process")
            .andShould()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Delegate")
            .andShould()
            .beAssignableTo(JavaDelegate.class);

    @ArchTest
    static final ArchRule listenersAreClosedAndNamedSo = classes()
            .that(assignableTo(TaskListener.class)
                    .or(assignableTo(ExecutionListener.class))
                    .and(describe("are concrete", type -> !type.getModifiers().contains(ABSTRACT))))
            .should()
            .resideInAPackage("org.shouwen..process")
            .andShould()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Listener");

    @ArchTest
    static final ArchRule theArrowPointsInward = noClasses()
            .that()
            .resideOutsideOfPackage("org.shouwen..process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.shouwen..process..")
            .because("a desk is tested with a stub port and without the engine");

    private static boolean isNow(JavaAccess<?> access) {
        JavaClass owner = access.getTarget().getOwner();
        return owner.getPackageName().equals("java.time")
                && access.getName().equals("now")
                && !access.getTarget().getFullName().contains(Clock.class.getName());
    }

    private static boolean isSystemClock(JavaAccess<?> access) {
        return access.getTarget().getOwner().isEquivalentTo(Clock.class)
                && access.getName().matches("system.*|tick(Millis|Seconds|Minutes)");
    }

    private static boolean isMillis(JavaAccess<?> access) {
        return access.getTarget().getOwner().isEquivalentTo(System.class)
                && access.getName().equals("currentTimeMillis");
    }

    private static boolean isNewDate(JavaAccess<?> access) {
        return access.getTarget().getFullName().equals(Date.class.getName() + ".<init>()");
    }

    private static boolean extendsTheEngine(JavaClass type) {
        return type.getPackageName().startsWith("org.camunda.");
    }
}
