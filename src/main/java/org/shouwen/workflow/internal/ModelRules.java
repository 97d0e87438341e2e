package org.shouwen.workflow.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What models may contain, whatever channel they come through: allow-lists for diagrams, tables and forms. */
class ModelRules {

    private final BpmnRules diagrams;

    /**
     * @param declared whether a bean ({@code reportWorkListener}) or a bean's question ({@code people.handler}) may be used
     * @param variablesByProcess declared variables by process key
     */
    ModelRules(Predicate<String> declared, Map<String, Set<String>> variablesByProcess) {
        this.diagrams = new BpmnRules(declared, variablesByProcess);
    }

    /**
     * @param resources what is deployed together, by file name
     * @param decisionExists whether a decision with that id is deployed already
     * @return one sentence per fault, each naming file and element; empty where all is well
     */
    List<String> faults(Map<String, byte[]> resources, Predicate<String> decisionExists) {
        Set<String> forms = new TreeSet<>();
        Set<String> decisions = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        resources.forEach((file, bytes) -> {
            if (file.endsWith(".form")) {
                FormRules.judge(file, bytes, forms, faults);
            } else if (file.endsWith(".dmn")) {
                DmnRules.judge(file, bytes, decisions, faults);
            } else if (!file.endsWith(".bpmn")) {
                faults.add(file + "：只接受 .bpmn、.dmn、.form 文件");
            }
        });
        resources.forEach((file, bytes) -> {
            if (file.endsWith(".bpmn")) {
                diagrams.judge(file, bytes, forms, id -> decisions.contains(id) || decisionExists.test(id), faults);
            }
        });
        return faults;
    }
}
