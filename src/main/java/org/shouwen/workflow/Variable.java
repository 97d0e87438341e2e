package org.shouwen.workflow;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A routing fact of a process, declared once in the process's {@link ProcessContract}. Everything that is not needed
 * for routing lives in our own tables.
 *
 * @param name name in the diagram
 * @param type Boolean, String, Integer or Long
 */
public record Variable<T>(String name, Class<T> type) {

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class);
    }

    public static Variable<Integer> count(String name) {
        return new Variable<>(name, Integer.class);
    }

    public static Variable<Long> id(String name) {
        return new Variable<>(name, Long.class);
    }

    public static Variable<String> code(String name) {
        return new Variable<>(name, String.class);
    }

    /** @return null where it is not set */
    public T get(VariableScope scope) {
        return type.cast(scope.getVariable(name));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
