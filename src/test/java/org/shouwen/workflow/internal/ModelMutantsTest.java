package org.shouwen.workflow.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Models;
import org.shouwen.testing.Mutants;
import org.shouwen.testing.Mutants.Mutant;

/**
 * Edits that a machine makes: every element, attribute and cell of every shipped model is dropped, doubled, renamed or given
 * another type, one at a time. The guard judges each without an error of its own, and what it passes the engine takes.
 * {@code -Dmutants=all} judges all of them, {@code -Dmutants=3000} as many, {@code -Dmutants.seed} and {@code -Dmutants.print} (how many of those that passed)
 * say which are drawn and shown; the counts are printed.
 */
class ModelMutantsTest {

    private static final int SAMPLE = Integer.getInteger("mutants", 400);
    private static final int PROGRESS = 2_000;
    private static final ModelRules RULES = new ModelRules(new BareProgram());

    private final Map<String, byte[]> models = Models.bytes();
    private final Map<String, List<String>> shownBy = models.keySet().stream()
            .filter(file -> file.endsWith(".bpmn"))
            .collect(Collectors.toMap(file -> file, file -> shown(models.get(file))));

    @Test
    void isJudgedWithoutAnErrorAndTakenByTheEngineWhereItPasses() {
        long seed = Long.getLong("mutants.seed", 15);
        List<Mutant> mutants = Mutants.drawn(models, seed);
        int all = mutants.size();
        List<Mutant> drawn =
                "all".equals(System.getProperty("mutants")) ? mutants : mutants.subList(0, Math.min(SAMPLE, all));

        Map<String, int[]> counts = new TreeMap<>();
        List<Mutant> passed = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        int judged = 0;
        for (Mutant mutant : drawn) {
            if (++judged % PROGRESS == 0) {
                System.out.println("mutants: " + judged + " judged, passed " + passed.size());
            }
            int[] count = counts.computeIfAbsent(
                    mutant.file().replaceFirst(".*\\.", "") + " " + mutant.kind(), key -> new int[2]);
            try {
                boolean refused = !judged(mutant).isEmpty();
                count[refused ? 1 : 0]++;
                if (!refused) {
                    passed.add(mutant);
                }
            } catch (RuntimeException e) {
                errors.add(mutant + ": " + e);
            }
        }
        System.out.println("mutants: " + drawn.size() + " of " + all + ", seed " + seed + ", passed " + passed.size());
        counts.forEach((kind, count) ->
                System.out.println("mutants: " + kind + ": passed " + count[0] + ", refused " + count[1]));
        passed.stream()
                .limit(Integer.getInteger("mutants.print", 0))
                .forEach(mutant -> System.out.println("mutants: passed " + mutant));
        assertThat(errors).isEmpty();
        assertThat(refusedByTheEngine(passed)).isEmpty();
    }

    private static List<String> shown(byte[] diagram) {
        Set<String> shown = Models.formsOf(diagram);
        return Models.forms().stream()
                .filter(form -> shown.contains(form.id()))
                .map(Models.Form::file)
                .toList();
    }

    private List<String> judged(Mutant mutant) {
        return RULES.judgeDeployed(deployed(mutant), decision -> true).sentences();
    }

    /** With the forms of its steps beside it, as it is deployed. */
    private Map<String, byte[]> deployed(Mutant mutant) {
        Map<String, byte[]> together = new TreeMap<>();
        if (mutant.file().endsWith(".bpmn")) {
            shownBy.get(mutant.file()).forEach(form -> together.put(form, models.get(form)));
        }
        together.put(
                mutant.file(), RULES.corrected(mutant.file(), mutant.bytes().get()));
        return together;
    }

    private List<String> refusedByTheEngine(List<Mutant> passed) {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:mutants;DB_CLOSE_DELAY=-1");
        configuration.setJobExecutorActivate(false);
        configuration.setDmnFeelEnableLegacyBehavior(true);
        ProcessEngine engine = configuration.buildProcessEngine();
        List<String> refused = new ArrayList<>();
        try {
            for (Mutant mutant : passed) {
                DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
                deployed(mutant).forEach((file, bytes) -> deployment.addString(file, new String(bytes, UTF_8)));
                try {
                    engine.getRepositoryService()
                            .deleteDeployment(deployment.deploy().getId(), true);
                } catch (RuntimeException e) {
                    refused.add(mutant + ": " + e.getMessage());
                }
            }
        } finally {
            engine.close();
        }
        return refused;
    }
}
