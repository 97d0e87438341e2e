package org.shouwen.ticket;

import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.estate.Resident;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Roster;
import org.springframework.stereotype.Component;

/** Who reports, where a form knows only a home and a number of its contacts: no names and phones in forms of the engine. */
@Component
public class Reporters {

    private final Estate estate;
    private final Roster roster;

    Reporters(Estate estate, Roster roster) {
        this.estate = estate;
        this.roster = roster;
    }

    /** @param contact number of the household's contact, from 1 */
    public Reporter contact(String home, int contact) {
        return estate.residentsOf(estate.said(home).map(Home::code).orElse(home)).stream()
                .filter(resident -> resident.number() == contact)
                .findFirst()
                .map(Reporters::reporter)
                .orElseThrow(() ->
                        Refusal.invalid("contact-unknown", "contact", home + " 没有第 " + contact + " 位联系人，请到工单台登记来电人"));
    }

    private static Reporter reporter(Resident resident) {
        return new Reporter(resident.name(), resident.phone(), resident.email());
    }

    /** Where it concerns no home the person at the desk reports. */
    public Reporter colleague(String code) {
        return roster.staff(code)
                .map(staff -> new Reporter(staff.name(), staff.phone() == null ? "" : staff.phone(), null))
                .orElseThrow(() -> Refusal.notAllowed("staff-unknown", "只有员工能登记公共区域的事项"));
    }
}
