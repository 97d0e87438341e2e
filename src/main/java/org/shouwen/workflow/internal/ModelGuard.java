package org.shouwen.workflow.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.shouwen.problem.Refusal;

/** The one gate every deployment passes, whatever channel it comes through; running models are not judged again. */
class ModelGuard implements Deployer {

    private final ModelRules rules;

    ModelGuard(ModelRules rules) {
        this.rules = rules;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, byte[]> resources = new TreeMap<>();
        deployment.getResources().forEach((name, resource) -> resources.put(name, resource.getBytes()));
        List<String> faults = rules.faults(resources, ModelGuard::isDeployed);
        if (!faults.isEmpty()) {
            throw Refusal.invalid("model-refused", null, "模型不能部署：" + String.join("；", faults));
        }
    }

    private static boolean isDeployed(String decision) {
        return Context.getCommandContext().getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(decision)
                != null;
    }
}
