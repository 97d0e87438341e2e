package org.shouwen.repair.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.repair.RepairDesk;
import org.shouwen.repair.Repairs;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.TicketProcess;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code repair.bpmn}. */
@Component
class RepairProcess extends TicketProcess {

    static final String KEY = "repair";

    /** Whether somebody on call has to answer; set at the start, handed on to {@code firstResponsibility}. */
    static final Variable<Boolean> URGENT = Variable.flag("urgent").usually(false);

    /**
     * Whether somebody outside the house repairs; set at the start, handed on to {@code onSiteSurvey}. What is opened again is
     * looked at by ours first: the step that tells the resident sets it to {@code satisfied}, which is false there.
     */
    static final Variable<Boolean> EXTERNAL = Variable.flag("external").usually(false);

    static final Variable<Boolean> WORK_DONE = Variable.flag("workDone").usually(true);

    /**
     * Whether somebody outside the house did the work and ours found it good; set by {@code onSiteSurvey}. Where the result
     * is not accepted, the step that asks for rework sets it to {@code workAccepted}, which is false there.
     */
    static final Variable<Boolean> DONE_BY_OTHERS =
            Variable.flag("doneByOthers").usually(false);

    /** Set by {@code acceptance}. */
    static final Variable<Boolean> WORK_ACCEPTED = Variable.flag("workAccepted").usually(true);

    static final String TRANSFERRED = KEY + ".transferred";

    /** Where a repair begins. */
    private static final String FIRST = "callActivity_oneTimeNotice";

    /** Where a repair begins whose resident was told everything before. */
    private static final String TOLD = "gateway_toRepair";

    private final Repairs repairs;
    private final Categories categories;
    private final OneTimeNotices notices;

    RepairProcess(Repairs repairs, Categories categories, OneTimeNotices notices) {
        super(
                KEY,
                Set.of(RepairDesk.KIND),
                List.of(URGENT, EXTERNAL, DONE_BY_OTHERS, WORK_DONE, WORK_ACCEPTED, JOINED),
                List.of(TRANSFERRED));
        this.repairs = repairs;
        this.categories = categories;
        this.notices = notices;
    }

    @Override
    public Set<String> places() {
        return Set.of(TOLD);
    }

    @Override
    public boolean hasStartForm() {
        return true;
    }

    @Override
    public Map<String, Object> atStart(Ticket ticket) {
        return Map.of(
                URGENT.name(), ticket.facts().urgent(),
                EXTERNAL.name(), byOthers(ticket),
                SATISFIED.name(), true);
    }

    /** It goes on as after a visit that did not satisfy; whoever is to look at it anew is one of ours. */
    @Override
    public Map<String, Object> again(Ticket ticket) {
        Map<String, Object> facts = new HashMap<>(atStart(ticket));
        facts.put(EXTERNAL.name(), false);
        facts.put(SATISFIED.name(), false);
        return facts;
    }

    /** The resident is told once what he has to know: where that was before it followed, the flow begins after it. */
    @Override
    public String byItself(Ticket ticket) {
        return notices.itemsOf(ticket.number()).isEmpty() ? FIRST : TOLD;
    }

    private boolean byOthers(Ticket ticket) {
        return repairs.responsibility(ticket.number())
                .filter(whose -> whose.isRepairedByOthers(ticket, () -> categories
                        .category(ticket.facts().intake().category())
                        .orElseThrow()))
                .isPresent();
    }
}
