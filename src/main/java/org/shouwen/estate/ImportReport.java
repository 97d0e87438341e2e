package org.shouwen.estate;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What came of an import; where there are errors, nothing was taken over.
 *
 * @param added rows that are new
 * @param updated rows that were registered before
 * @param errors by line, at most {@value CsvImport#MAX_ERRORS}
 * @param questions what would change and has to be agreed to first; where there are any, nothing was taken over
 * @param notes what the person who imported should know beside it
 */
public record ImportReport(int added, int updated, List<LineError> errors, List<String> questions, List<String> notes) {

    public ImportReport(int added, int updated, List<LineError> errors) {
        this(added, updated, errors, List.of(), List.of());
    }

    public static ImportReport done(int added, int updated) {
        return new ImportReport(added, updated, List.of());
    }

    /** Takes over what a file says: whatever is known is updated, the rest is added. */
    public static <T> ImportReport taken(
            List<T> rows, Predicate<T> known, Consumer<List<T>> added, Consumer<List<T>> updated) {
        Map<Boolean, List<T>> byKnown = rows.stream().collect(Collectors.partitioningBy(known));
        added.accept(byKnown.get(false));
        updated.accept(byKnown.get(true));
        return done(byKnown.get(false).size(), byKnown.get(true).size());
    }

    public static ImportReport asking(List<String> questions) {
        return new ImportReport(0, 0, List.of(), questions, List.of());
    }

    public ImportReport noting(List<String> said) {
        return new ImportReport(added, updated, errors, questions, said);
    }

    public static ImportReport refused(CsvImport file) {
        return new ImportReport(0, 0, file.errors());
    }

    /** @return one sentence for the person who imported */
    public String summary() {
        if (!questions.isEmpty()) {
            return "有 %d 处变动要先核对，还没有导入任何内容".formatted(questions.size());
        }
        if (errors.isEmpty()) {
            return "新增 %d 条，更新 %d 条".formatted(added, updated);
        }
        return errors.size() < CsvImport.MAX_ERRORS
                ? "有 %d 处错误，没有导入任何内容".formatted(errors.size())
                : "至少有 %d 处错误，没有导入任何内容".formatted(errors.size());
    }
}
