package org.shouwen.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of an open step, for pages of our own: the same form that Tasklist draws, in the version that the case goes by, with
 * what its step shows at this moment; and the same gate.
 */
public interface TaskForms {

    /**
     * @param task id of the open task
     * @param step name of the step, for example {@code reportWork}
     * @param name what people read
     * @param parts in the order of the form
     * @param facts what conditions ask beside the answers, by name; what the ticket does not have is not there
     */
    record TaskForm(String task, String step, String name, List<Part> parts, Map<String, String> facts) {

        /** @return whether something is asked only with some answers */
        public boolean isConditional() {
            return parts.stream().anyMatch(part -> !part.hide().isEmpty());
        }
    }

    /**
     * Something that is asked, or shown.
     *
     * @param type as the form names it: {@code radio}, {@code datetime}; of what asks nothing {@code text}, {@code group} or
     *     {@code separator}
     * @param key under which the answer is handed in, {@code input_cause}; empty where nothing is asked
     * @param words the question; of a text HTML, in which nothing that people wrote is markup
     * @param help beside the question, or ""
     * @param values what is answered at first
     * @param choices to choose from, in their order
     * @param limits of what is typed
     * @param when with which answers it is asked, in words; empty: always
     * @param hide condition under which it is not asked, FEEL; empty: always asked
     */
    record Part(
            String type,
            String key,
            String words,
            String help,
            List<String> values,
            List<Choice> choices,
            Limits limits,
            String when,
            String hide) {

        /** @return the answer's name, as a refusal tells it */
        public String name() {
            return key.isEmpty() ? "" : key.substring(Submission.INPUT.length());
        }

        public boolean isAsked() {
            return !key.isEmpty();
        }
    }

    record Choice(String value, String label) {}

    /**
     * @param required whether it has to be answered where it is asked
     * @param longest most characters, or null
     * @param least smallest number or earliest moment, as a field of HTML has it, or null
     * @param most largest number, or null
     * @param step 1, 0.01 and so on, or null
     * @param day whether a {@code datetime} asks for a day alone
     */
    record Limits(boolean required, Integer longest, String least, String most, String step, boolean day) {}

    /**
     * @param number of the ticket
     * @param task id of a task
     * @return empty where it is not open, or not this ticket's
     */
    Optional<TaskForm> of(String number, String task);

    /**
     * Completes the task as the person who acts.
     *
     * @param typed what a page sent, by key; what the form does not ask with these answers is left out, as in Tasklist
     * @return what people call the step
     * @throws org.shouwen.problem.Refusal where it is not open any more, not the person's, or the form is wrong
     */
    String submit(String number, String task, Map<String, List<String>> typed);
}
