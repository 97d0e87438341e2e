package org.shouwen.studio;

import java.util.stream.Stream;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who decides about a change: a second person; of what a supervisor proposed a manager.
 *
 * @param onePair whether somebody approves what he proposed himself where nobody else of the company changes rules; the
 *     administrator's setting
 */
@Component
public record FourEyes(
        Roster roster,
        @Value("${shouwen.studio.one-pair-of-eyes:false}") boolean onePair) {

    /** @return whether the person may propose changes and take one back */
    public boolean mayChange(Caller reader) {
        return reader.isAny(Role.SUPERVISOR, Role.MANAGER);
    }

    /** @return whether the person may approve it or send it back, or withdraw it once it is approved */
    public boolean mayDecide(Change change, Caller reader) {
        return against(change, reader) == null;
    }

    /** @throws Refusal where it is not the person's to decide */
    void mustDecide(Change change, Caller by) {
        Refusal against = against(change, by);
        if (against != null) {
            throw against;
        }
    }

    private Refusal against(Change change, Caller by) {
        if (!mayChange(by)) {
            return Refusal.notAllowed("change-not-yours", "规则的改动由主管和项目经理批准、退回、撤回");
        }
        if (change.proposedBy().equals(by.code())) {
            return onePair && isAlone(by.code()) ? null : Refusal.notAllowed("change-own", "自己提出的改动要由另一个人批准或者退回");
        }
        return by.isAny(Role.MANAGER) || change.byManager()
                ? null
                : Refusal.notAllowed("change-by-supervisor", "主管提出的改动要由项目经理批准或者退回");
    }

    /** @return whether nobody else of the company can change rules, be he here today or not */
    public boolean isAlone(String person) {
        return roster.plannable(roster.allStaff()).stream()
                .map(Staff::code)
                .filter(other -> !other.equals(person))
                .noneMatch(other -> holds(other, true));
    }

    /** @return codes of those who may decide it by their posts and are not away */
    Stream<String> deciders(Change change) {
        return roster.allStaff().stream()
                .map(Staff::code)
                .filter(person -> holds(person, change.byManager()))
                .filter(person -> !roster.isAbsent(person, change.proposedAt()));
    }

    private boolean holds(String person, boolean alsoSupervisor) {
        return roster.postsOf(person).stream()
                .map(Post::duty)
                .anyMatch(duty -> duty == Duty.MANAGER || alsoSupervisor && duty == Duty.SUPERVISOR);
    }
}
