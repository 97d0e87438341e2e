package org.shouwen.renovation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the applicant wants to do at home (申报), as the tables D5 and D6 ask for it.
 *
 * @param scheme who applies, what is to be done
 * @param otherAct what the act “other” is, in the applicant's words; null where it is not applied for
 * @param contractor who does the work; empty where the owner does it himself
 * @param from first day of work
 * @param until last day of work, not before {@code from}
 */
public record Application(
        Scheme scheme, String otherAct, Optional<Contractor> contractor, LocalDate from, LocalDate until) {

    /** @return the same plan without that act */
    Application without(Act act) {
        Set<Act> others = scheme.acts().stream().filter(other -> other != act).collect(Collectors.toSet());
        return new Application(
                plan(others, scheme.qualifiedDesign()), act == Act.OTHER ? null : otherAct, contractor, from, until);
    }

    /** @return the same plan, now that there is a design by a qualified designer */
    Application withDesign() {
        return new Application(plan(scheme.acts(), true), otherAct, contractor, from, until);
    }

    /** @return the same plan, with somebody to reach who answers for the work */
    Application with(Contractor reachable) {
        return new Application(scheme, otherAct, Optional.of(reachable), from, until);
    }

    /** @return the same plan on other days */
    Application on(LocalDate first, LocalDate last) {
        return new Application(scheme, otherAct, contractor, first, last);
    }

    private Scheme plan(Set<Act> acts, boolean qualifiedDesign) {
        return new Scheme(
                scheme.applicant(),
                scheme.use(),
                acts,
                qualifiedDesign,
                scheme.contractor(),
                scheme.workers(),
                scheme.deposit());
    }
}
