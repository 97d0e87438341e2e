package org.shouwen.workflow.internal;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.joda.time.DateTime;
import org.shouwen.workflow.Variable;
import org.springframework.context.ApplicationContext;

/**
 * Resolves the beans of our {@code process} packages by name, lazily, and their own public methods; what is usual of a routing
 * fact that nobody set; the business key of an execution; shifting a date-time. No other property or method of any object can be reached, so nothing leads to
 * {@code getClass}, to a static member or to a constructor.
 */
class DeclaredBeanResolver extends BeanELResolver {

    private static final String OURS = "org.shouwen.";

    /** Delegates, listeners, and the beans that models ask for people and moments: never a gateway or another part of a process package. */
    private static final Pattern DECLARED =
            Pattern.compile("[a-z]\\w*(Delegate|Listener|People|Deadlines)|people|deadlines");

    private final ApplicationContext beans;
    private final UsualFacts usual;

    DeclaredBeanResolver(ApplicationContext beans, UsualFacts usual) {
        super(true);
        this.beans = beans;
        this.usual = usual;
    }

    /** @param use name of a bean, or of a bean and its method, for example {@code people.handler} */
    static boolean isDeclaredUse(ApplicationContext beans, String use) {
        String[] parts = use.split("\\.", 2);
        return isDeclared(beans, parts[0])
                && (parts.length == 1
                        || Arrays.stream(beans.getType(parts[0]).getMethods())
                                .filter(method -> method.getDeclaringClass() != Object.class)
                                .anyMatch(method -> method.getName().equals(parts[1])));
    }

    /** @return whether a bean of that name may be used in a model */
    static boolean isDeclared(ApplicationContext beans, String name) {
        if (!DECLARED.matcher(name).matches() || !beans.containsBean(name)) {
            return false;
        }
        Class<?> type = beans.getType(name);
        return type != null && isOurs(type);
    }

    private static boolean isOurs(Class<?> type) {
        String owner = type.getPackageName();
        return owner.startsWith(OURS) && owner.endsWith(".process");
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null) {
            if (property instanceof String name && isDeclared(beans, name)) {
                context.setPropertyResolved(true);
                return beans.getBean(name);
            }
            return usual(context, property);
        }
        if (base instanceof DelegateExecution execution && "processBusinessKey".equals(property)) {
            context.setPropertyResolved(true);
            return execution.getProcessBusinessKey();
        }
        throw new PropertyNotFoundException("property refused: " + property);
    }

    private Object usual(ELContext context, Object property) {
        Optional<Variable<?>> fact = Optional.ofNullable(context.getContext(VariableScope.class))
                .flatMap(scope -> usual.find((VariableScope) scope, property));
        fact.ifPresent(known -> context.setPropertyResolved(true));
        return fact.map(Variable::usual).orElse(null);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new PropertyNotFoundException("property refused: " + property);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base != null && isAllowed(base, String.valueOf(method))) {
            return super.invoke(context, base, method, types, arguments);
        }
        throw new MethodNotFoundException("method refused: " + method);
    }

    private static boolean isAllowed(Object base, String method) {
        if (base instanceof DateTime) {
            return method.matches("(plus|minus)(Minutes|Hours|Days|Weeks|Months|Years)");
        }
        return isOurs(base.getClass())
                && Arrays.stream(Object.class.getMethods()).map(Method::getName).noneMatch(method::equals);
    }
}
