package org.shouwen.workflow.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.testing.Beans;
import org.shouwen.testing.Models;
import org.shouwen.workflow.ColumnText;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.InWords;
import org.shouwen.workflow.NoticeNeeds;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.StartListener;

/** The program as {@link DeclaredProgram} knows it, found without starting it. */
final class BareProgram implements Program {

    private final Map<String, byte[]> models = Models.bytes();
    private final NoticeNeeds wordings = Beans.of(NoticeNeeds.class).values().stream()
            .<NoticeNeeds>map(Beans::bare)
            .findFirst()
            .orElseThrow();
    private final List<ProcessContract> contracts = Beans.of(ProcessContract.class).values().stream()
            .<ProcessContract>map(Beans::bare)
            .toList();
    private final List<ColumnText> columns = Beans.of(ColumnText.class).values().stream()
            .<ColumnText>map(Beans::bare)
            .toList();
    private final List<Flow> inForce;

    /** With the flows in force that are shipped. */
    BareProgram() {
        this(List.of());
    }

    BareProgram(List<Flow> inForce) {
        this.inForce = inForce;
    }

    @Override
    public boolean declares(String use) {
        String[] parts = use.split("\\.", 2);
        Class<?> bean = Beans.ofProcessPackages().get(parts[0]);
        return bean != null
                && (parts.length == 1
                        || Stream.of(bean.getMethods())
                                .anyMatch(method -> method.getName().equals(parts[1])));
    }

    @Override
    public Optional<InWords> said(String use) {
        return Optional.ofNullable(Beans.ofProcessPackages().get(use.split("\\.", 2)[0]))
                .flatMap(bean -> DeclaredProgram.said(bean, use));
    }

    @Override
    public Collection<ProcessContract> contracts() {
        return contracts;
    }

    @Override
    public Optional<Set<String>> fieldsOf(String listener) {
        Class<? extends FormListener> form = Beans.of(FormListener.class).get(listener);
        Class<? extends StartListener> start = Beans.of(StartListener.class).get(listener);
        return form != null
                ? Optional.of(Beans.bare(form).inputs())
                : Optional.ofNullable(start).map(Beans::bare).map(StartListener::inputs);
    }

    @Override
    public Optional<NoticeNeeds.Need> wording(String stem) {
        return wordings.of(stem);
    }

    @Override
    public Optional<String> unreadable(String column, String text) {
        return DeclaredProgram.why(columns, column, text);
    }

    @Override
    public Set<String> waitingTimes() {
        return WaitingTimes.names(
                new ShippedModels(this).table(WaitingTimes.TABLE).orElseThrow());
    }

    @Override
    public List<Flow> flows() {
        return inForce.isEmpty() ? List.copyOf(new ShippedModels(this).flows().values()) : inForce;
    }

    @Override
    public Optional<byte[]> shipped(String file) {
        return Optional.ofNullable(models.get(file));
    }
}
