package org.shouwen.workflow;

import java.time.Instant;
import java.util.List;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;

/** Steps of running flows that did not succeed, or did not run though they are due. */
public interface FailedSteps {

    /** How a step stands. */
    enum State {
        STOPPED("已停住"),
        RETRYING("出错，自动重试"),
        LATE("到期没有执行");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param id for {@link #retry}
     * @param number number of the ticket
     * @param step what the diagram calls it
     * @param since when it was due last
     * @param problem one sentence without anything from inside
     */
    record FailedStep(String id, String number, String step, State state, Instant since, String problem) {}

    /**
     * @param reader who reads it; tickets that he does not see are left out
     * @return what stopped, what is tried again, what is late; of each at most 100
     */
    List<FailedStep> list(Caller reader);

    /** @return whether the reader is offered to try one again */
    default boolean mayRetry(Caller reader) {
        return reader.isAny(Role.SUPERVISOR, Role.ADMINISTRATOR);
    }

    /**
     * Tries a step again at once, with a line on the ticket.
     *
     * @throws org.shouwen.problem.Refusal where the step is done already, or the person does not see the ticket
     */
    void retry(String id, Caller by);
}
