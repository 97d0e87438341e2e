package org.shouwen.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be done on a ticket, for callers that do not use Tasklist; the same forms, guards and use cases. */
public interface UserTasks {

    /** @return what the engine keeps as the description of the tasks of a site, so that lists there can be one site's */
    static String ofSite(String site) {
        return "服务点 " + site;
    }

    /**
     * Somebody completed a step whose promised moment had passed; published in the same transaction.
     *
     * @param number number of the ticket
     * @param step name of the step, for example {@code visit}
     * @param by code of the person who had it, or null
     * @param own whether the managers drew it themselves
     */
    record DoneLate(String number, String step, String by, boolean own) {}

    /** @return the ticket's open tasks, oldest first */
    List<OpenTask> of(String number);

    /** @return those of a ticket's open tasks that the person who acts may do: his own, then what his posts are offered; each as it is due */
    List<OpenTask> mine(List<OpenTask> open);

    /**
     * Completes a task of the ticket as the person who acts; where several have the name, the person's own.
     *
     * @param step name of the step, for example {@code reportWork}
     * @param inputs the form's fields by name, without {@code input_}
     * @throws org.shouwen.problem.Refusal where there is no such open task, it is not the person's, or the form is wrong
     */
    void submit(String number, String step, Map<String, Object> inputs);

    /** @return the open tasks that belong to the person, oldest first */
    List<AssignedTask> assignedTo(String staff);

    /**
     * Gives an open task to somebody else, because the roster or a decision says so; not for claiming.
     *
     * @param task id of the task; nothing happens where it is not open any more
     */
    void move(String task, String staff);

    /**
     * Gives the ticket's open tasks to whom they belong now by the models' own rules, or to whoever stands in; what was
     * claimed follows the person who claimed it.
     *
     * @return what changed hands
     */
    List<Moved> assignAnew(String number);

    /** @return numbers of the tickets with a task that one of these persons holds, or that somebody does for another */
    Set<String> numbersHeldBy(Set<String> staff);

    /**
     * A task that changed hands.
     *
     * @param task what people read
     * @param owner whose it is
     * @param from who held it
     * @param to who holds it now
     */
    record Moved(String task, String owner, String from, String to) {}

    /**
     * @param id the task's id
     * @param number number of the ticket
     * @param step name of the step
     * @param name what people read
     * @param createdAt since when it is open
     */
    record AssignedTask(String id, String number, String step, String name, Instant createdAt) {}

    /**
     * @param step name of the step
     * @param name what people read
     * @param assignee code of the person, or null while it is offered to posts
     * @param posts codes of the posts it is offered to
     * @param due promised moment, or null
     */
    record OpenTask(String id, String step, String name, String assignee, List<String> posts, Instant due) {}
}
