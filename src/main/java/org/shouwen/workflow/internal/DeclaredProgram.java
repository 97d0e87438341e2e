package org.shouwen.workflow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.CategoryTable;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.ColumnText;
import org.shouwen.workflow.ColumnWords;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.InWords;
import org.shouwen.workflow.NoticeNeeds;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.RuleTables;
import org.shouwen.workflow.StartListener;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** The program as its beans and files declare it; asked when the first model is judged, after the beans exist. */
record DeclaredProgram(ApplicationContext beans) implements Program {

    private static final List<String> FOLDERS = List.of("/bpmn/", "/forms/");

    @Override
    public boolean declares(String use) {
        return DeclaredBeanResolver.isDeclaredUse(beans, use);
    }

    @Override
    public Optional<InWords> said(String use) {
        return declares(use) ? said(beans.getType(use.split("\\.", 2)[0]), use) : Optional.empty();
    }

    static Optional<InWords> said(Class<?> bean, String use) {
        String[] parts = use.split("\\.", 2);
        return parts.length == 1
                ? Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(bean, InWords.class))
                : Arrays.stream(bean.getMethods())
                        .filter(method -> method.getName().equals(parts[1]))
                        .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, InWords.class))
                        .filter(Objects::nonNull)
                        .findFirst();
    }

    @Override
    public Collection<ProcessContract> contracts() {
        return beans.getBeansOfType(ProcessContract.class).values();
    }

    @Override
    public Optional<Set<String>> fieldsOf(String listener) {
        if (!declares(listener)) {
            return Optional.empty();
        }
        Object bean = beans.getBean(listener);
        if (bean instanceof FormListener form) {
            return Optional.of(form.inputs());
        }
        return bean instanceof StartListener start ? Optional.of(start.inputs()) : Optional.empty();
    }

    @Override
    public Optional<NoticeNeeds.Need> wording(String stem) {
        return beans.getBean(NoticeNeeds.class).of(stem);
    }

    @Override
    public Optional<String> unreadable(String column, String text) {
        return why(beans.getBeansOfType(ColumnText.class).values(), column, text);
    }

    @Override
    public String word(String column, String code) {
        return beans.getBeansOfType(ColumnWords.class).values().stream()
                .map(words -> words.word(column, code))
                .findFirst()
                .orElse(code);
    }

    static Optional<String> why(Collection<? extends ColumnText> readers, String column, String text) {
        for (ColumnText reader : readers) {
            try {
                if (reader.column().equals(column)) {
                    reader.read(text);
                }
            } catch (Refusal refusal) {
                return Optional.of(refusal.getMessage());
            }
        }
        return Optional.empty();
    }

    @Override
    public Set<String> waitingTimes() {
        return beans.getBean(RuleTables.class).inForce(WaitingTimes.TABLE).stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> WaitingTimes.names(row.inputs().get(0)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<CategoryRules.InUse> usedCategories() {
        Map<String, Integer> open = beans.getBean(Tickets.class).openByCategory();
        return beans.getBean(CategoryTable.class).rows().stream()
                .filter(category -> open.containsKey(category.code()))
                .map(category -> new CategoryRules.InUse(
                        category.code(), category.label(), category.kind(), open.get(category.code())))
                .toList();
    }

    @Override
    public List<Flow> flows() {
        DeployedFlows deployed = beans.getBean(DeployedFlows.class);
        return beans.getBean(RepositoryService.class).createProcessDefinitionQuery().latestVersion().list().stream()
                .map(deployed::of)
                .toList();
    }

    @Override
    public Optional<byte[]> shipped(String file) {
        for (String folder : FOLDERS) {
            try (InputStream model = getClass().getResourceAsStream(folder + file)) {
                if (model != null) {
                    return Optional.of(model.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.empty();
    }
}
