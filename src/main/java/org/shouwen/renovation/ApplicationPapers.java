package org.shouwen.renovation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.onetimenotice.IdentityShown;
import org.shouwen.onetimenotice.Item;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** What an application needs before it is examined, and what follows where a paper comes or an act is taken out. */
@Component("renovationPapers")
record ApplicationPapers(
        Tickets tickets,
        Renovations renovations,
        Dossiers dossiers,
        OneTimeNoticeDesk notices,
        Requirements requirements) {

    /** Code of the design that makes a change of the bearing structure an act that can be registered (D6-12). */
    private static final String STRUCTURAL_DESIGN = "STRUCTURAL_DESIGN";

    private static final String NOW = Requirement.Stage.NOW.name();

    /** @return what has to be there before the application is examined, in the order people read it */
    List<Requirement> required(String number) {
        return requirements.of(renovations.get(number)).stream()
                .filter(requirement -> requirement.stage() == Requirement.Stage.NOW)
                .toList();
    }

    /** @return what of it is still open on the notice */
    List<Item> open(String number) {
        return notices.open(number, NOW);
    }

    boolean isComplete(String number) {
        return notices.isComplete(number, NOW);
    }

    /** @return codes of what came by link and nobody has looked at yet */
    Set<String> unchecked(String number) {
        return dossiers.handedIn(number).stream()
                .filter(paper -> !paper.checked())
                .map(HandedIn::code)
                .collect(Collectors.toSet());
    }

    /** @return whether the code is that of a forbidden act, which is taken out and not handed in */
    static boolean isAct(String code) {
        return Arrays.stream(Act.values()).map(Requirement::codeOf).anyMatch(code::equals);
    }

    /** @throws Refusal where something is not among what is asked for */
    static void mustBeAmong(Set<String> known, Collection<String> codes) {
        codes.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw Refusal.invalid("item-unknown", "items", "要补的材料里没有“" + code + "”这一项");
        });
    }

    /**
     * Somebody at the desk has seen these papers.
     *
     * @param lastFour of the identity document; null where it is not among them
     */
    void see(String number, Collection<String> codes, String lastFour, String by, Instant at) {
        IdentityShown.lastFour(codes, lastFour).ifPresent(end -> dossiers.identified(number, end));
        dossiers.handedIn(
                number,
                codes.stream().map(code -> new HandedIn(code, at, by, true)).toList());
        Application application = renovations.get(number).application();
        if (codes.contains(STRUCTURAL_DESIGN) && !application.scheme().qualifiedDesign()) {
            renovations.changed(number, application.withDesign());
        }
    }

    /** What the notice names is there: papers that were seen, acts that are taken out, and what is thereby not needed. */
    void settle(String number, Collection<String> codes, String lastFour, String by, Instant at) {
        Set<String> before = codesOf(required(number));
        see(number, codes.stream().filter(code -> !isAct(code)).toList(), lastFour, by, at);
        Arrays.stream(Act.values())
                .filter(act -> codes.contains(Requirement.codeOf(act)))
                .forEach(act -> takeOut(number, act, by, at));
        Set<String> settled = new HashSet<>(codes);
        before.removeAll(codesOf(required(number)));
        settled.addAll(before);
        notices.settle(number, settled, by, at);
        settleWhatIsNotNeeded(number, by, at);
    }

    private void takeOut(String number, Act act, String by, Instant at) {
        Application rest = renovations.get(number).application().without(act);
        if (rest.scheme().acts().isEmpty()) {
            throw Refusal.invalid("acts-missing", "items", "方案里只有这一项，去掉后没有要做的装修，请撤回申报");
        }
        renovations.changed(number, rest);
        tickets.note(number, RenovationEvent.ACT_TAKEN_OUT, "业主从装修方案中去掉：" + act.label(), by, at);
    }

    /** Without an act something that was to be done before the start or at completion may not be needed, either. */
    private void settleWhatIsNotNeeded(String number, String by, Instant at) {
        Set<String> needed = codesOf(requirements.of(renovations.get(number)));
        Set<String> superfluous = Arrays.stream(Requirement.Stage.values())
                .filter(stage -> stage != Requirement.Stage.NOW)
                .flatMap(stage -> notices.open(number, stage.name()).stream())
                .map(Item::code)
                .filter(code -> !needed.contains(code))
                .collect(Collectors.toSet());
        notices.settle(number, superfluous, by, at);
    }

    private static Set<String> codesOf(List<Requirement> requirements) {
        return requirements.stream().map(Requirement::code).collect(Collectors.toCollection(HashSet::new));
    }
}
