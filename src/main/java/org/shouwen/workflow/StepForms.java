package org.shouwen.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The forms of steps as they were deployed with the flow that a case goes through. */
public interface StepForms {

    /**
     * A question of a step that the managers drew themselves.
     *
     * @param name key of the field without {@code input_}
     * @param type as the form names it: {@code textfield}, {@code radio} and so on
     * @param date whether a {@code datetime} asks for a day alone
     * @param longest most characters
     * @param choices words by code
     */
    record Asked(String name, String label, String type, boolean date, int longest, Map<String, String> choices) {}

    /** @return the questions of the form that an open task shows, in order */
    List<Asked> of(DelegateTask task);

    /**
     * @param scope an open task, or a flow that is begun by its form
     * @throws org.shouwen.problem.Refusal where the managers' form would not have taken these answers
     */
    void hold(VariableScope scope, Submission form);
}
