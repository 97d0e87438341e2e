package org.shouwen.workflow.internal;

import java.util.Date;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.shouwen.workflow.DueDates;

/** A step without a limit has no due date, whatever the flow: models ask one bean for timers and steps, and a timer needs a moment. */
class UnlimitedSteps extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        if (task.getDueDateExpression() != null) {
            task.setDueDateExpression(new DueOrNone(task.getDueDateExpression()));
        }
    }

    private record DueOrNone(Expression asked) implements Expression {

        @Override
        public Object getValue(VariableScope scope) {
            Object due = asked.getValue(scope);
            return Date.from(DueDates.NEVER).equals(due) ? null : due;
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            asked.setValue(value, scope);
        }

        @Override
        public String getExpressionText() {
            return asked.getExpressionText();
        }

        @Override
        public boolean isLiteralText() {
            return asked.isLiteralText();
        }
    }
}
