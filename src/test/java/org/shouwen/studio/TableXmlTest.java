package org.shouwen.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.problem.Refusal;
import org.shouwen.testing.Models;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.shouwen.workflow.internal.ShippedTables;

/** What is changed of a table's file is changed, and nothing else. */
class TableXmlTest {

    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");

    /** As another editor may write it: a prefix, single quotes, comments, CDATA, Windows line ends, empty elements. */
    private static final String ODD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- <rule> in a comment is none -->
            <d:definitions xmlns:d="https://www.omg.org/spec/DMN/20191111/MODEL/" id='defs' name="a>b" namespace="x">
              <d:decision id="odd" name="怪表">
                <d:decisionTable id="t" hitPolicy='FIRST'>
                  <d:input id="i" label="数"><d:inputExpression id="ie" typeRef="integer"><d:text>age</d:text></d:inputExpression></d:input>
                  <d:output id="o" label="话" name="say" typeRef="string"/>
                  <!-- the first -->
                  <d:rule id='r1'>
                    <d:inputEntry id='r1i'><d:text><![CDATA[< 5]]></d:text></d:inputEntry>
                    <d:outputEntry id='r1o'><d:text>"小 &amp; 少"</d:text></d:outputEntry>
                  </d:rule>
                  <!-- the rest -->
                  <d:rule id='r2'><d:description>其余</d:description><d:inputEntry id='r2i'><d:text/></d:inputEntry><d:outputEntry id='r2o'><d:text>"大"</d:text></d:outputEntry></d:rule>
                </d:decisionTable>
              </d:decision>
            </d:definitions>
            """.replace("\n", "\r\n");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Models.BPMN)) {
            return files.filter(file -> file.toString().endsWith(".dmn")).sorted().toList().stream();
        }
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static Draft.Row with(Draft.Row row, int cell, String written) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(cell, written);
        return new Draft.Row(row.from(), row.copy(), row.gone(), cells, row.note());
    }

    private static String changed(String xml, Draft draft) {
        return new String(TableXml.of(bytes(xml)).with(draft.kept()), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("files")
    void withoutAChangeTheBytesAreTheSame(Path file) throws IOException {
        byte[] xml = Files.readAllBytes(file);
        assertThat(TableXml.of(xml).with(Draft.of(ShippedTables.read(xml)).kept()))
                .isEqualTo(xml);
    }

    @ParameterizedTest
    @MethodSource("files")
    void ofAChangedCellOrNoteOnlyItsTextIsWritten(Path file) throws IOException {
        String xml = Files.readString(file);
        RuleTable table = ShippedTables.read(bytes(xml));
        Draft draft = Draft.of(table);
        for (int row = 0; row < draft.rows().size(); row++) {
            Draft.Row old = draft.rows().get(row);
            for (int cell = 0; cell < old.cells().size(); cell++) {
                List<Draft.Row> rows = new ArrayList<>(draft.rows());
                rows.set(row, with(old, cell, ">= 9999"));
                String changed = changed(xml, new Draft(rows));
                int same = 0;
                while (xml.charAt(same) == changed.charAt(same)) {
                    same++;
                }
                String rest = xml.substring(xml.indexOf("</text>", same));
                assertThat(changed.substring(same)).isEqualTo("&gt;= 9999".substring(shared(old, cell)) + rest);
            }
            List<Draft.Row> rows = new ArrayList<>(draft.rows());
            List<String> cells = Collections.nCopies(old.cells().size(), ">= 9999");
            rows.set(row, new Draft.Row(row, false, false, cells, "依据 <改> & 好"));
            assertThat(Draft.of(ShippedTables.read(bytes(changed(xml, new Draft(rows)))))
                            .rows())
                    .isEqualTo(rows);
        }
    }

    /** @return how many letters the old text begins alike with as it is escaped */
    private static int shared(Draft.Row row, int cell) {
        String old = row.cells().get(cell).replace(">", "&gt;").replace("<", "&lt;");
        int same = 0;
        while (same < old.length() && same < 9 && old.charAt(same) == "&gt;= 9999".charAt(same)) {
            same++;
        }
        return same;
    }

    @ParameterizedTest
    @MethodSource("files")
    void aDoubledRowHasIdsOfItsOwnAndLeavesNoTraceWhenItGoes(Path file) throws IOException {
        String xml = Files.readString(file);
        Draft draft = Draft.of(ShippedTables.read(bytes(xml)));
        int last = draft.rows().size() - 1;
        for (int row : new int[] {0, last}) {
            String doubled = changed(xml, draft.doubled(row));
            RuleTable table = ShippedTables.read(bytes(doubled));
            assertThat(table.rows()).hasSize(last + 2);
            assertThat(Draft.cells(table, row + 1)).isEqualTo(Draft.cells(table, row));
            assertThat(ID.matcher(doubled).results().map(id -> id.group(1))).doesNotHaveDuplicates();
            assertThat(changed(doubled, Draft.of(table).turned(row + 1))).isEqualTo(xml);
        }
    }

    @Test
    void howeverItIsWritten() {
        Draft draft = Draft.of(ShippedTables.read(bytes(ODD)));
        assertThat(draft.rows()).extracting(Draft.Row::note).containsExactly("", "其余");
        assertThat(changed(ODD, draft)).isEqualTo(ODD);

        Draft.Row first = new Draft.Row(0, false, false, List.of("< 6", "\"小 & 少\""), "新的");
        Draft.Row second = with(draft.rows().get(1), 0, ">= 6");
        assertThat(changed(ODD, new Draft(List.of(first, second))))
                .isEqualTo(ODD.replace("<![CDATA[< 5]]>", "&lt; 6")
                        .replace(
                                "<d:rule id='r1'>\r\n        ",
                                "<d:rule id='r1'>\r\n        <d:description>新的</d:description>\r\n        ")
                        .replace("<d:text/>", "<d:text>&gt;= 6</d:text>"));
        assertThat(changed(ODD, draft.turned(0)))
                .doesNotContain("r1", "the first")
                .contains("the rest");
    }

    @Test
    void whatCannotBeWrittenWithoutHarmIsRefused() {
        byte[] other = ODD.getBytes(Charset.forName("GB18030"));
        assertThatThrownBy(() -> TableXml.of(other)).isInstanceOf(Refusal.class).hasMessageContaining("UTF-8");
    }
}
