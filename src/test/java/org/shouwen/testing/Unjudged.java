package org.shouwen.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.test.util.ReflectionTestUtils;

/** What was deployed before the guard learned a rule is in force, and runs on; here it comes in as it did then. */
public final class Unjudged {

    private Unjudged() {}

    /** @return what the deployment gives, which the guard does not see */
    public static <T> T deployed(ProcessEngine engine, Supplier<T> deployment) {
        var cache = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache();
        Object deployer = ReflectionTestUtils.getField(cache, "cacheDeployer");
        @SuppressWarnings("unchecked")
        List<Deployer> deployers = (List<Deployer>) ReflectionTestUtils.getField(deployer, "deployers");
        List<Deployer> all = new ArrayList<>(deployers);
        deployers.removeIf(one -> one.getClass().getSimpleName().equals("ModelGuard"));
        try {
            return deployment.get();
        } finally {
            deployers.clear();
            deployers.addAll(all);
        }
    }
}
