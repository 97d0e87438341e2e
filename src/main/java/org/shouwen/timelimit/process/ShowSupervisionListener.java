package org.shouwen.timelimit.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.Escalations;
import org.shouwen.timelimit.SupervisionDesk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts on a supervision's task why it is there, and who can take over or help; both end with the task. */
@Component
class ShowSupervisionListener implements TaskListener {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);

    private final Escalations escalations;
    private final SupervisionDesk desk;
    private final ZoneId zone;

    ShowSupervisionListener(
            Escalations escalations, SupervisionDesk desk, @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        this.escalations = escalations;
        this.desk = desk;
        this.zone = zone;
    }

    @Override
    public void notify(DelegateTask task) {
        Escalation escalation = escalations.get(SupervisionProcess.ESCALATION.get(task));
        String due = escalation.due() == null ? "" : "，时限 " + moment(escalation.due());
        String by = desk.acknowledgeBy(escalation.id())
                .map(at -> "，请在 " + moment(at) + " 前确认")
                .orElse("");
        task.setVariableLocal(
                "show_supervision",
                "**%s**：%s%s%s".formatted(escalation.title(), escalation.cause().label(), due, by));
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        for (HandlerChange.Candidate candidate : desk.candidates(escalation.ticket())) {
            options.addObject().put("label", candidate.name()).put("value", candidate.staff());
        }
        task.setVariableLocal(
                "show_helpers", SpinValues.jsonValue(options.toString()).create());
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }
}
