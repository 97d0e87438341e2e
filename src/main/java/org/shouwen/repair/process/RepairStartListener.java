package org.shouwen.repair.process;

import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Resident;
import org.shouwen.problem.Refusal;
import org.shouwen.repair.RepairDesk;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.StartListener;
import org.shouwen.workflow.Submission;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Registers a repair from the start form through the same use case as the API. */
@Component
class RepairStartListener extends StartListener {

    private final RepairDesk desk;
    private final Estate estate;
    private final Roster roster;
    private final Acting acting;
    private final ZoneId zone;

    RepairStartListener(
            RepairDesk desk,
            Estate estate,
            Roster roster,
            Acting acting,
            @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        super("location", "contact", "category", "danger", "scope", "utilityOut", "appointmentFrom", "description");
        this.desk = desk;
        this.estate = estate;
        this.roster = roster;
        this.acting = acting;
        this.zone = zone;
    }

    @Override
    protected String register(Submission form) {
        String location = form.text("location", "报修地点", 40);
        boolean home = estate.home(location).isPresent();
        if (!home && estate.place(location).isEmpty()) {
            throw Refusal.invalid("home-unknown", "location", "没有房号或公共部位“" + location + "”");
        }
        Instant from = form.moment("appointmentFrom", "预约上门日期", zone).orElse(null);
        Intake intake = new Intake(
                RepairDesk.KIND,
                form.text("category", "报修类别", 40),
                home ? location : null,
                home ? null : location,
                home ? resident(location, form.whole("contact", "第几位联系人", 1, 1, 9)) : colleague(),
                home ? Channel.PHONE : Channel.STAFF,
                form.text("description", "故障描述", 4000),
                form.choice("danger", "是否有危险", Danger.class),
                form.choice("scope", "影响范围", Scope.class),
                form.flag("utilityOut", "已停水或停电"),
                from == null ? null : Slot.of(from));
        return desk.register(intake, acting.who(), acting.when()).number();
    }

    private Reporter resident(String home, int contact) {
        return estate.residentsOf(home).stream()
                .filter(resident -> resident.number() == contact)
                .findFirst()
                .map(RepairStartListener::reporter)
                .orElseThrow(() ->
                        Refusal.invalid("contact-unknown", "contact", home + " 没有第 " + contact + " 位联系人，请到工单台登记来电人"));
    }

    private static Reporter reporter(Resident resident) {
        return new Reporter(resident.name(), resident.phone(), resident.email());
    }

    /** At a common place the person at the desk reports. */
    private Reporter colleague() {
        return roster.staff(acting.who())
                .map(staff -> new Reporter(staff.name(), staff.phone() == null ? "" : staff.phone(), null))
                .orElseThrow(() -> Refusal.notAllowed("staff-unknown", "只有员工能登记公共报修"));
    }

    @Override
    protected void started(String number, DelegateExecution execution) {
        Ticket ticket = desk.registered(number);
        execution.setVariables(RepairProcess.atStart(ticket.facts().urgent(), desk.byOthers(ticket)));
    }
}
