package org.shouwen.workflow.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the guard says about models that are deployed together: faults refuse them, warnings are for whoever drew them. */
final class Judgement {

    private final List<Finding> faults = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();

    List<Finding> faults() {
        return List.copyOf(faults);
    }

    List<Finding> warnings() {
        return List.copyOf(warnings);
    }

    /** @return one sentence a fault, in the order of the files; what several rules say alike is said once */
    List<String> sentences() {
        return sentences(faults.stream());
    }

    static List<String> sentences(Stream<Finding> findings) {
        return findings.map(Finding::sentence).distinct().toList();
    }

    /** What was said of a model by the name of its file is said by what people call it. */
    void rename(String file, String title) {
        UnaryOperator<Finding> renamed = finding -> finding.file().equals(file)
                        && finding.place().startsWith(file)
                ? new Finding(
                        file, finding.element(), title + finding.place().substring(file.length()), finding.words())
                : finding;
        faults.replaceAll(renamed);
        warnings.replaceAll(renamed);
    }

    /** @return where findings about one model go */
    Model of(String file, String title) {
        return new Model(file, title);
    }

    /** One model that is judged. */
    final class Model {

        private final String file;
        private final String title;

        private Model(String file, String title) {
            this.file = file;
            this.title = title;
        }

        String file() {
            return file;
        }

        /** @param place of the element, as people call it; empty for the whole model */
        void fault(String element, String place, String words) {
            faults.add(new Finding(file, element, title + place, words));
        }

        /** @return whether something is wrong with that place already */
        boolean hasFault(String element, String place) {
            return faults.stream()
                    .anyMatch(fault -> fault.file().equals(file)
                            && fault.element().equals(element)
                            && fault.place().equals(title + place));
        }

        void warning(String element, String place, String words) {
            warnings.add(new Finding(file, element, title + place, words));
        }
    }
}
