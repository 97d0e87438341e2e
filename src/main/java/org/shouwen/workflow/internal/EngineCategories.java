package org.shouwen.workflow.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.CategoryTable;
import org.shouwen.ticket.Hazard;
import org.shouwen.ticket.Trade;
import org.shouwen.ticket.WarrantyItem;
import org.shouwen.workflow.DecisionNotes;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.RuleTables.Row;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.springframework.stereotype.Component;

/** Read from the table's own rows: it is a list to choose from as much as a table that is asked. */
@Component
class EngineCategories implements CategoryTable {

    private final ProcessEngineConfigurationImpl engine;
    private final RepositoryService repository;
    private final DecisionNotes notes;
    private final EngineRuleSets sets;

    /** By id of the version, which never changes. */
    private final Map<String, List<Category>> known = new ConcurrentHashMap<>();

    EngineCategories(ProcessEngine engine, RepositoryService repository, DecisionNotes notes, EngineRuleSets sets) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.repository = repository;
        this.notes = notes;
        this.sets = sets;
    }

    @Override
    public List<Category> rows() {
        return read(notes.once(sets::now)
                .map(set -> set.tables().get(ID))
                .orElseGet(() -> engine.getCommandExecutorTxRequired().execute(context -> engine.getDeploymentCache()
                        .findDeployedLatestDecisionDefinitionByKey(ID))));
    }

    @Override
    public List<Category> ever() {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(ID)
                .orderByDecisionDefinitionVersion()
                .desc()
                .list()
                .stream()
                .flatMap(version -> read(version).stream())
                .toList();
    }

    private List<Category> read(DecisionDefinition version) {
        return known.computeIfAbsent(
                version.getId(),
                id -> rows(EngineRuleTables.read(
                        repository.getDmnModelInstance(id), ID, version.getName(), 0, Instant.EPOCH)));
    }

    /** @param table with which the guard found no fault */
    static List<Category> rows(RuleTable table) {
        return table.rows().stream().map(row -> category(table, row)).toList();
    }

    private static Category category(RuleTable table, Row row) {
        Map<String, String> cells = new HashMap<>();
        List<Column> outputs = table.outputs();
        for (int i = 0; i < outputs.size(); i++) {
            cells.put(outputs.get(i).name(), bare(row.outputs().get(i)));
        }
        return new Category(
                bare(row.inputs().get(0)),
                cells.get("kind"),
                cells.get("label"),
                Optional.of(cells.get("area"))
                        .filter(area -> !area.isEmpty())
                        .map(Area::valueOf)
                        .orElse(null),
                Trade.valueOf(cells.get("trade")),
                Hazard.valueOf(cells.get("hazard")),
                WarrantyItem.valueOf(cells.get("warrantyItem")),
                Integer.parseInt(cells.get("windowHours")),
                Boolean.parseBoolean(cells.get("offered")));
    }

    private static String bare(String written) {
        return written.replace("\"", "");
    }
}
