package org.shouwen.workflow.internal;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.shouwen.workflow.TableCell;

/** What a decision may contain: tables of values, ranges and lists over plain names. */
final class DmnRules {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern FEEL = Pattern.compile("https?://www\\.omg\\.org/spec/DMN/\\d+/(FEEL|MODEL)/");

    private DmnRules() {}

    /** Of a cell about which something was said already nothing more is. */
    static void cells(List<TableModel> tables, Judgement.Model into) {
        for (TableModel table : tables) {
            for (int row = 0; row < table.rows().size(); row++) {
                List<String> cells = table.rows().get(row).cells();
                for (int column = 0; column < cells.size(); column++) {
                    if (TableCell.of(cells.get(column)).isEmpty()) {
                        String head = column < table.columns().size()
                                ? " " + table.columns().get(column).called()
                                : "";
                        String id = table.rows().get(row).id();
                        String place = "第 " + (row + 1) + " 行" + head;
                        if (!into.hasFault(id, place)) {
                            into.fault(id, place, "单元格只能是值、区间、列表或 -，文字写在英文双引号里：" + cells.get(column));
                        }
                    }
                }
            }
        }
    }

    /** @param element the root of the file, or one within */
    static void judge(DomElement element, Judgement.Model into) {
        String id = String.valueOf(element.getAttribute("id"));
        ModelNames.tooLong(id).ifPresent(words -> into.fault(id, "", words));
        switch (element.getLocalName()) {
            case "literalExpression", "invocation", "businessKnowledgeModel" -> into.fault(id, "", "决策只能是决策表");
            case "inputExpression" -> {
                if (!NAME.matcher(element.getTextContent().strip()).matches()) {
                    into.fault(id, "", "输入只能是一个名字");
                }
            }
            default -> {}
        }
        String language = element.getAttribute("expressionLanguage");
        // The schema's own default stands on every root element
        if (language != null && !FEEL.matcher(language).matches()) {
            into.fault(id, "", "不允许指定 expressionLanguage");
        }
        element.getChildElements().forEach(child -> judge(child, into));
    }
}
