package org.shouwen.testing;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.shouwen.workflow.ModelVersions;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rules as the program ships them, once a test has changed some. */
public final class ShippedRules {

    private ShippedRules() {}

    /** Wordings say what they said at first, and were never changed. */
    public static void wordings(ModelVersions versions, JdbcTemplate jdbc, String... models) {
        Stream.of(models).forEach(model -> versions.deploy(versions.carried(model), true));
        jdbc.update("DELETE FROM rule_text WHERE version > 1");
    }

    /**
     * Nothing was changed or is to be; what runs by a changed flow goes with it.
     *
     * @param keys of the tables and flows that were changed
     */
    public static void again(RepositoryService models, JdbcTemplate jdbc, String... keys) {
        List.of("studio_kept", "studio_change").forEach(table -> jdbc.update("DELETE FROM " + table));
        jdbc.update("DELETE FROM scheduled_tasks WHERE task_name = 'rule-change-in-force'");
        Stream.of(keys)
                .flatMap(key -> Stream.concat(
                        models.createProcessDefinitionQuery().processDefinitionKey(key).list().stream(),
                        models.createDecisionDefinitionQuery().decisionDefinitionKey(key).list().stream()))
                .filter(definition -> definition.getVersion() > 1)
                .map(ResourceDefinition::getDeploymentId)
                .distinct()
                .forEach(deployment -> models.deleteDeployment(deployment, true, true, true));
    }
}
