package org.shouwen.complaint;

import java.util.List;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.springframework.stereotype.Component;

/** Finds a member of the staff as people write one: by code or by name. */
@Component
public class Colleagues {

    private final Roster roster;

    Colleagues(Roster roster) {
        this.roster = roster;
    }

    /**
     * @return the person's code
     * @throws Refusal where nobody is called so, or several are
     */
    public String code(String written, String field, String label) {
        String code = roster.spelled(written);
        if (roster.staff(code).isPresent()) {
            return code;
        }
        List<Staff> named = roster.allStaff().stream()
                .filter(staff -> staff.name().equals(written))
                .toList();
        if (named.size() == 1) {
            return named.get(0).code();
        }
        throw Refusal.invalid(
                "staff-unknown",
                field,
                named.isEmpty()
                        ? label + "：没有姓名或工号为“" + written + "”的员工"
                        : label + "：叫“" + written + "”的员工有 " + named.size() + " 位，请写工号");
    }
}
