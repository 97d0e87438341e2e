package org.shouwen.workflow.internal;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.shouwen.problem.Refusal;
import org.springframework.context.ApplicationContext;

/**
 * Evaluates expressions with variables and our declared beans, and nothing else. The engine evaluates without a scope in
 * queries only ({@code AbstractQuery}); there a short list of texts passes, which closes CVE-2026-109432 for direct
 * queries, {@code orQueries}, stored filters and filter extensions at once.
 */
class GuardedExpressionManager extends SpringExpressionManager {

    private static final String SHIFT = "(\\.(plus|minus)(Minutes|Hours|Days|Weeks|Months|Years)\\(\\d{1,5}\\)){0,3}";
    private static final Pattern QUERY_TEXT = Pattern.compile(
            "[$#]\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)|dateTime\\(\\)" + SHIFT + ")\\s*}");

    private final UsualFacts usual;

    GuardedExpressionManager(ApplicationContext beans, UsualFacts usual) {
        super(beans);
        this.usual = usual;
    }

    @Override
    public Expression createExpression(String text) {
        return new GuardedExpression(createValueExpression(text), this, text);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new DeclaredBeanResolver(applicationContext, usual));
        return resolvers;
    }

    private static final class GuardedExpression extends JuelExpression {

        GuardedExpression(ValueExpression value, JuelExpressionManager manager, String text) {
            super(value, manager, text);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
            if (scope == null
                    && !isLiteralText()
                    && !QUERY_TEXT.matcher(expressionText).matches()) {
                throw Refusal.notAllowed("expression-refused", "查询里不允许使用这个表达式");
            }
            return super.getValue(scope, execution);
        }
    }
}
