package org.shouwen.workflow.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.shouwen.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one gate every deployment passes, whatever channel it comes through; running models are not judged again. */
class ModelGuard implements Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(ModelGuard.class);

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
        deployment.getResources().forEach((name, resource) -> {
            byte[] corrected = rules.corrected(name, resource.getBytes());
            if (!Arrays.equals(corrected, resource.getBytes())) {
                // Not yet written: what is stored is what is judged
                resource.setBytes(corrected);
            }
            resources.put(name, corrected);
        });
        Judgement judgement = rules.judgeDeployed(resources, ModelGuard::isDeployed);
        List<String> faults = judgement.sentences();
        if (!faults.isEmpty()) {
            throw Refusal.invalid("model-refused", null, "模型不能部署：" + String.join("；", faults));
        }
        Judgement.sentences(judgement.warnings().stream()).forEach(LOG::warn);
    }

    private static boolean isDeployed(String decision) {
        return Context.getCommandContext().getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(decision)
                != null;
    }
}
