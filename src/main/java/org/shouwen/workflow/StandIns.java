package org.shouwen.workflow;

import java.util.Optional;

/** Who does a task in place of the person it belongs to (同岗替代); the feature that knows implements it. */
public interface StandIns {

    /**
     * @param staff whose task it is
     * @param number number of the ticket
     * @param step name of the step
     * @return who does it for him; empty where he does it himself
     */
    Optional<Substitute> insteadOf(String staff, String number, String step);

    /**
     * @param staff code of the person who does it
     * @param mark what the task shows, for example 代张三
     */
    record Substitute(String staff, String mark) {}
}
