package org.shouwen.workflow;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A routing fact of a process, declared once in the process's {@link ProcessContract}. Everything that is not needed
 * for routing lives in our own tables.
 *
 * @param name name in the diagram
 * @param type Boolean, String, Integer or Long
 * @param usual what it is where nobody set it, so that the usual course keeps no rows; null: it has to be set before it is read
 */
public record Variable<T>(String name, Class<T> type, T usual) {

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class, null);
    }

    public static Variable<Integer> count(String name) {
        return new Variable<>(name, Integer.class, null);
    }

    public static Variable<Long> id(String name) {
        return new Variable<>(name, Long.class, null);
    }

    public static Variable<String> code(String name) {
        return new Variable<>(name, String.class, null);
    }

    public Variable<T> usually(T value) {
        return new Variable<>(name, type, value);
    }

    /** @return null where it is not set and nothing is usual */
    public T get(VariableScope scope) {
        T set = type.cast(scope.getVariable(name));
        return set == null ? usual : set;
    }

    public void set(VariableScope scope, T value) {
        if (!value.equals(usual) || scope.hasVariable(name)) {
            scope.setVariable(name, value);
        }
    }
}
