package org.shouwen.workflow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.ColumnText;
import org.shouwen.workflow.FormListener;
import org.shouwen.workflow.InWords;
import org.shouwen.workflow.NoticeNames;
import org.shouwen.workflow.ProcessContract;
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
    public boolean hasWording(String stem) {
        return NoticeNames.isName(stem) && getClass().getResource("/notification/" + stem + ".txt") != null;
    }

    @Override
    public Optional<String> unreadable(String column, String text) {
        return why(beans.getBeansOfType(ColumnText.class).values(), column, text);
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
