package org.shouwen.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.shouwen.problem.Refusal;
import org.shouwen.testing.Api;
import org.shouwen.testing.Models;
import org.shouwen.testing.Mutants;
import org.shouwen.testing.Mutants.Mutant;

/**
 * What the guard passes of a machine's edits harms nobody: with each in force one case is lived, as long as it will go. Harm is
 * an error that is no refusal in words, a case that stops, a text that is typed and kept nowhere, a step for nobody; another
 * way, name or limit is none. The models as they are shipped are lived first, and show none. {@code -Dmutant.lives=300} is the
 * whole, {@code -Dmutants.seed} says which; the gate takes a share.
 */
class MutantLivesTest extends Lives {

    private static final int LIVES = Integer.getInteger("mutant.lives", 4);
    private static final long SEED = Long.getLong("mutants.seed", 15);

    private static final int PROGRESS = 20;

    private final Map<String, byte[]> models = Models.bytes();
    private final Map<String, JsonNode> forms =
            Models.forms().stream().collect(Collectors.toMap(Models.Form::id, Models.Form::json));
    private final Map<String, int[]> counts = new TreeMap<>();

    @Test
    void livesWithTheShippedModelsShowNoHarm() {
        List<String> files = new ArrayList<>(models.keySet());
        Collections.shuffle(files, new Random(SEED));
        Map<String, Set<String>> harmful = new TreeMap<>();
        for (int i = 0; i < LIVES; i++) {
            String file = files.get(i % files.size());
            Life life = life(file, forms, SEED + i);
            if (!life.faults().isEmpty()) {
                harmful.put(file + " seed " + (SEED + i), life.faults());
                System.out.println("lives as shipped: harm " + file + " seed " + (SEED + i) + ": " + life.faults());
            }
        }
        counts.forEach((kind, count) -> System.out.println("lives as shipped: " + said(kind, count)));
        assertThat(harmful).isEmpty();
    }

    @Test
    void whatTheGuardPassesHarmsNobody() {
        int judged = 0;
        int lived = 0;
        Map<String, Set<String>> harmful = new TreeMap<>();
        for (Mutant mutant : Mutants.drawn(models, SEED)) {
            if (lived == LIVES) {
                break;
            }
            judged++;
            byte[] bytes = mutant.bytes().get();
            try {
                deploy(mutant.file(), bytes);
            } catch (RuntimeException e) {
                if (Refusal.in(e).isEmpty()) {
                    harmful.put(mutant.toString(), Set.of("not refused in words: " + e));
                }
                continue;
            }
            Map<String, JsonNode> shown = new HashMap<>(forms);
            if (mutant.file().endsWith(".form")) {
                JsonNode form = Api.parsed(new String(bytes, UTF_8));
                shown.put(form.path("id").asText(), form);
            }
            long seed = SEED + lived++;
            Set<String> harm = life(mutant.file(), shown, seed).faults();
            deploy(mutant.file(), models.get(mutant.file()));
            if (!harm.isEmpty()) {
                harmful.put(mutant.toString(), harm);
                System.out.println("lives of mutants: harm " + mutant + " seed " + seed + ": " + harm);
            }
            if (lived % PROGRESS == 0) {
                System.out.println("lives of mutants: " + lived + " of " + judged + " judged");
            }
        }
        counts.forEach((kind, count) -> System.out.println("lives of mutants: " + said(kind, count)));
        System.out.println("lives of mutants: " + lived + " of " + judged + " judged, seed " + SEED + ", harmful "
                + harmful.size());
        assertThat(harmful).as("seed %d", SEED).isEmpty();
    }

    private static String said(String kind, int[] count) {
        return kind + ": lives " + count[0] + ", steps " + count[1] + ", over " + count[2];
    }

    private Life life(String file, Map<String, JsonNode> shown, long seed) {
        clearTheDesk();
        openTheDesk();
        Life life = new Living(file, shown, seed).lived();
        int[] count = counts.computeIfAbsent(file.replaceFirst(".*\\.", ""), kind -> new int[3]);
        count[0]++;
        count[1] += life.steps();
        count[2] += life.over() ? 1 : 0;
        return life;
    }

    /** The engine knows the last deployment by its time, and each life begins on the same Monday. */
    private void deploy(String file, byte[] bytes) {
        RepositoryService repository = bean(RepositoryService.class);
        Date last = repository
                .createDeploymentQuery()
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1)
                .get(0)
                .getDeploymentTime();
        DeploymentBuilder deployment = repository.createDeployment().name(file).source("manager");
        Set<String> shownBy = file.endsWith(".bpmn") ? Models.formsOf(bytes) : Set.of();
        Models.forms().stream()
                .filter(form -> shownBy.contains(form.id()))
                .forEach(form -> deployment.addString(form.file(), new String(models.get(form.file()), UTF_8)));
        deployment.addString(file, new String(bytes, UTF_8));
        ClockUtil.setCurrentTime(Date.from(last.toInstant().plus(Duration.ofMinutes(1))));
        try {
            deployment.deploy();
        } finally {
            ClockUtil.setCurrentTime(Date.from(time.instant()));
        }
    }
}
