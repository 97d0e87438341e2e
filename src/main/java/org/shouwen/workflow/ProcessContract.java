package org.shouwen.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The legend of one diagram: its key, the variables its conditions may read and the messages it waits for. One subclass
 * per diagram, in the feature's {@code process} package; the deployment guard and {@code ModelBindingTest} compare it
 * with the diagram in both directions.
 */
public abstract class ProcessContract {

    private final String key;
    private final List<Variable<?>> variables;
    private final List<String> messages;

    protected ProcessContract(String key, List<Variable<?>> variables, List<String> messages) {
        this.key = key;
        this.variables = variables;
        this.messages = messages;
    }

    /** @return id of the process */
    public String key() {
        return key;
    }

    public List<Variable<?>> variables() {
        return variables;
    }

    /** @return those of the facts that are not as usual */
    public Map<String, Object> unusual(Map<String, Object> facts) {
        Map<String, Object> kept = new HashMap<>(facts);
        variables.forEach(variable -> kept.remove(variable.name(), variable.usual()));
        return kept;
    }

    public List<String> messages() {
        return messages;
    }

    /**
     * @return ids of the timers that wait until every other due timer, of whatever ticket, has had its turn; each until those
     *     before it have
     */
    public List<String> turns() {
        return List.of();
    }

    /** @return ids of gateways that a flow is begun at; steps and events stay anyway */
    public Set<String> places() {
        return Set.of();
    }
}
