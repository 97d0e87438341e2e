package org.shouwen.repair.process;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.problem.Refusal;
import org.shouwen.repair.RepairDesk;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporters;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Slot;
import org.shouwen.workflow.StartListener;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

/** Registers a repair from the start form through the same use case as the API. */
@Component
class RepairStartListener extends StartListener {

    private final RepairDesk desk;
    private final RepairProcess process;
    private final Estate estate;
    private final Reporters reporters;

    RepairStartListener(RepairDesk desk, RepairProcess process, Estate estate, Reporters reporters) {
        super("location", "contact", "category", "danger", "scope", "utilityOut", "appointmentFrom", "description");
        this.desk = desk;
        this.process = process;
        this.estate = estate;
        this.reporters = reporters;
    }

    @Override
    protected String register(Submission form) {
        String location = form.text("location", "报修地点", 40);
        Optional<String> home = estate.said(location).map(Home::code);
        if (home.isEmpty() && estate.place(location).isEmpty()) {
            throw Refusal.invalid("home-unknown", "location", "没有房号或公共部位“" + location + "”");
        }
        Instant from = form.moment("appointmentFrom", "预约上门日期").orElse(null);
        Intake intake = new Intake(
                RepairDesk.KIND,
                form.text("category", "报修类别", 40),
                home.orElse(null),
                home.isPresent() ? null : location,
                home.map(code -> reporters.contact(code, form.whole("contact", "第几位联系人", 1, 1, 9)))
                        .orElseGet(() -> reporters.colleague(who())),
                home.isPresent() ? Channel.PHONE : Channel.STAFF,
                form.text("description", "故障描述", 4000),
                form.optionalChoice("danger", "是否有危险", Danger.class).orElse(Danger.UNKNOWN),
                form.optionalChoice("scope", "影响范围", Scope.class).orElse(Scope.UNKNOWN),
                form.flag("utilityOut", "已停水或停电"),
                from == null ? null : Slot.of(from));
        return desk.register(intake, who(), when()).number();
    }

    @Override
    protected void started(String number, DelegateExecution execution) {
        execution.setVariables(process.unusual(process.atStart(desk.registered(number))));
    }
}
