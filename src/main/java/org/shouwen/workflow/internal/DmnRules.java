package org.shouwen.workflow.internal;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.ModelParseException;
import org.camunda.bpm.model.xml.instance.DomElement;

/** What a decision may contain: tables of values, ranges and lists over plain names. */
final class DmnRules {

    private static final Pattern CELL = Pattern.compile(
            "-?|(not\\()?\"[^\"$#{}]*\"(\\s*,\\s*\"[^\"$#{}]*\")*\\)?|true|false|(<|<=|>|>=)?\\s*-?\\d+(\\.\\d+)?"
                    + "|[\\[\\]]-?\\d+\\.\\.-?\\d+[\\[\\]]");

    private DmnRules() {}

    /** @param decisions where the ids of the file's decisions go */
    static void judge(String file, byte[] bytes, Set<String> decisions, List<String> faults) {
        ModelInstance model;
        try {
            model = Dmn.readModelFromStream(new ByteArrayInputStream(bytes));
        } catch (ModelParseException e) {
            faults.add(file + "：不是有效的 DMN：" + e.getMessage());
            return;
        }
        DomElement root = model.getDocument().getRootElement();
        element(file, root, decisions, faults);
    }

    private static void element(String file, DomElement element, Set<String> decisions, List<String> faults) {
        String id = element.getAttribute("id");
        switch (element.getLocalName()) {
            case "decision" -> decisions.add(id);
            case "literalExpression", "invocation", "businessKnowledgeModel" ->
                faults.add(file + " " + id + "：决策只能是决策表");
            case "inputExpression" -> {
                if (!element.getTextContent().strip().matches("[a-z][A-Za-z0-9]*")) {
                    faults.add(file + " " + id + "：输入只能是一个名字");
                }
            }
            case "inputEntry", "outputEntry" -> {
                if (!CELL.matcher(element.getTextContent().strip()).matches()) {
                    faults.add(file + " " + id + "：单元格只能是值、区间、列表或 -："
                            + element.getTextContent().strip());
                }
            }
            default -> {}
        }
        String language = element.getAttribute("expressionLanguage");
        // The schema's own default stands on every root element
        if (language != null && !language.matches("https?://www\\.omg\\.org/spec/DMN/\\d+/(FEEL|MODEL)/")) {
            faults.add(file + " " + id + "：不允许指定 expressionLanguage");
        }
        element.getChildElements().forEach(child -> element(file, child, decisions, faults));
    }
}
