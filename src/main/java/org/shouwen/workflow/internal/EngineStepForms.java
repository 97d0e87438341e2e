package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.StepForms;
import org.shouwen.workflow.Submission;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

@Component
class EngineStepForms implements StepForms {

    private static final int LINE = 200;
    private static final int LINES = 1000;

    private final DeployedForms forms;
    private final ShippedModels shipped;
    private final Moments moments;
    private final Acting acting;

    EngineStepForms(DeployedForms forms, ApplicationContext beans, Moments moments, Acting acting) {
        this.forms = forms;
        this.shipped = new ShippedModels(new DeclaredProgram(beans));
        this.moments = moments;
        this.acting = acting;
    }

    @Override
    public List<Asked> of(DelegateTask task) {
        return OwnAnswers.fields(forms.of((TaskEntity) task))
                .map(EngineStepForms::asked)
                .toList();
    }

    @Override
    public void hold(VariableScope scope, Submission submission) {
        JsonNode form = scope instanceof TaskEntity task ? forms.of(task) : form((ExecutionEntity) scope);
        Map<String, Object> answers = new HashMap<>();
        OwnAnswers.fields(form)
                .map(field -> field.path("key").asText())
                .forEach(key -> answers.put(key, scope.getVariableLocal(key)));
        new FormAnswers(
                        form,
                        answers,
                        submission,
                        acting.when().atZone(moments.zone()).toLocalDate(),
                        moments.zone())
                .hold(shipped.form(form.path("id").asText()));
    }

    private JsonNode form(ExecutionEntity begun) {
        ProcessDefinitionEntity process = (ProcessDefinitionEntity) begun.getProcessDefinition();
        return forms.of(process, process.getStartFormDefinition());
    }

    private static Asked asked(JsonNode field) {
        String type = field.path("type").asText();
        JsonNode rules = field.path("validate");
        int most = type.equals("textarea") ? LINES : LINE;
        Map<String, String> choices = new LinkedHashMap<>();
        field.path("values")
                .forEach(value -> choices.put(
                        value.path("value").asText(), value.path("label").asText()));
        return new Asked(
                field.path("key").asText().substring(Submission.INPUT.length()),
                field.path("label").asText(field.path("dateLabel").asText()),
                type,
                field.path("subtype").asText().equals("date"),
                Math.min(most, rules.path("maxLength").asInt(most)),
                choices);
    }
}
