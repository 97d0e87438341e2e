package org.shouwen.workflow.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.shouwen.problem.Written;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.StepForms;
import org.shouwen.workflow.StepForms.Asked;
import org.shouwen.workflow.Submission;
import org.springframework.stereotype.Component;

/**
 * Takes what the form of a step asks that the managers drew themselves: the answers stand on the timeline in words, and what
 * was chosen may steer the flow. It never touches status, clocks or money.
 */
@Component
class OwnStepListener extends FormListener {

    /** The longest that one line of the timeline takes, with the name of the step; what is longer goes on in the next. */
    static final int LONGEST = 4000;

    private final StepForms forms;
    private final Tickets tickets;
    private final Moments moments;

    OwnStepListener(StepForms forms, Tickets tickets, Moments moments) {
        super();
        this.forms = forms;
        this.tickets = tickets;
        this.moments = moments;
    }

    @Override
    protected Set<String> inputs(VariableScope scope) {
        return forms.of((DelegateTask) scope).stream().map(Asked::name).collect(Collectors.toSet());
    }

    @Override
    protected void submitted(String number, Submission form, DelegateTask task) {
        List<String> answers = new ArrayList<>();
        for (Asked asked : forms.of(task)) {
            Optional<String> answer = answer(asked, form, task);
            answer.ifPresent(words -> answers.add(asked.label() + "：" + words));
        }
        for (String words : lines(task.getName(), answers)) {
            tickets.note(number, OwnStepEvent.DONE, words, who(), when(), "step", task.getTaskDefinitionKey());
        }
    }

    /** @return what the timeline says of it, no line longer than it takes; nothing is left out */
    static List<String> lines(String step, List<String> answers) {
        String all = "“%s”%s".formatted(step, answers.isEmpty() ? "已办" : "已办。" + String.join("；", answers));
        List<String> lines = new ArrayList<>();
        String begins = "";
        while (begins.length() + all.length() > LONGEST) {
            int room = LONGEST - begins.length();
            int end = all.lastIndexOf('；', room - 1) + 1;
            end = end > 0 ? end : Character.isHighSurrogate(all.charAt(room - 1)) ? room - 1 : room;
            lines.add(begins + all.substring(0, end));
            all = all.substring(end);
            begins = "“%s”（续）：".formatted(step);
        }
        lines.add(begins + all);
        return lines;
    }

    /** @return in words; empty where nothing was answered */
    private Optional<String> answer(Asked asked, Submission form, DelegateTask task) {
        return switch (asked.type()) {
            case "checkbox" -> Optional.of(form.flag(asked.name(), asked.label()) ? "是" : "否");
            case "number" -> form.decimal(asked.name(), asked.label()).map(BigDecimal::toPlainString);
            case "datetime" -> moment(asked, form.written(asked.name(), asked.label()));
            case "checklist", "taglist" -> {
                List<String> ticked = form.codes(asked.name(), asked.label()).stream()
                        .map(asked.choices()::get)
                        .toList();
                yield ticked.isEmpty() ? Optional.empty() : Optional.of(String.join("、", ticked));
            }
            case "radio", "select" -> {
                Optional<String> code = form.optionalText(asked.name(), asked.label(), asked.longest());
                Optional<String> words = code.map(asked.choices()::get);
                // A flow may ask for it, also where nothing was chosen
                task.getExecution().setVariable(asked.name(), code.orElse(""));
                yield words;
            }
            default -> form.optionalText(asked.name(), asked.label(), asked.longest());
        };
    }

    private Optional<String> moment(Asked asked, Written written) {
        if (!written.isGiven()) {
            return Optional.empty();
        }
        return Optional.of(asked.date() ? written.date().toString() : moments.text(written.moment(moments.zone())));
    }
}
