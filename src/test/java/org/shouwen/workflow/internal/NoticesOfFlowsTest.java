package org.shouwen.workflow.internal;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.testing.ModelEdit;
import org.shouwen.testing.Models;
import org.shouwen.workflow.NoticeNames;

/** A flow says what its tickets have: a wording of every kind that the program has is tried in every flow. */
class NoticesOfFlowsTest {

    private static final BareProgram PROGRAM = new BareProgram();
    private static final ModelRules RULES = new ModelRules(PROGRAM);
    private static final String NOT_HERE = "发出去会缺内容或者对不上";

    private static final Map<String, byte[]> FORMS = Models.bytes().entrySet().stream()
            .filter(model -> model.getKey().endsWith(".form"))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

    static Stream<String> flows() {
        return new ShippedModels(PROGRAM).flows().keySet().stream();
    }

    private static List<String> wordings() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/notification"))) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> needs(String wording) {
        return PROGRAM.wording(wording).orElseThrow().facts().keySet();
    }

    private static List<String> faults(String process, Flow.Node notice, String wording) {
        String file = ModelNames.kebab(process) + ".bpmn";
        byte[] edited =
                ModelEdit.edited(Models.bytes().get(file), edit -> edit.text(notice.id(), "inputParameter", wording));
        Map<String, byte[]> models = new TreeMap<>(FORMS);
        models.put(file, edited);
        return RULES.judgeDeployed(models, decision -> true).sentences();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aFlowSaysWhatItsOwnNoticesSpeakOf(String process) {
        List<Flow.Node> notices = new ShippedModels(PROGRAM)
                .flow(process)
                .orElseThrow()
                .nodes(node -> ShippedModels.isNotice(node.delegate()))
                .toList();
        Set<String> spokenOf = notices.stream()
                .flatMap(notice -> needs(notice.parameters("inputParameter").get("message")).stream())
                .collect(toCollection(TreeSet::new));
        Set<Set<String>> tried = new HashSet<>();
        for (Flow.Node notice : notices) {
            String audience = ShippedModels.audience(notice.delegate());
            wordings().stream()
                    .filter(wording -> NoticeNames.audience(wording).equals(audience) && tried.add(needs(wording)))
                    .forEach(wording -> assertThat(faults(process, notice, wording).stream()
                                    .anyMatch(fault -> fault.contains(NOT_HERE)))
                            .as(process + " " + wording)
                            .isEqualTo(!spokenOf.containsAll(needs(wording))));
        }
    }

    @Test
    void aCertificateIsNotExtendedInARepair() {
        Flow.Node closing =
                new ShippedModels(PROGRAM).flow("repair").orElseThrow().nodes().get("sendTask_notifyResidentOfClosing");
        assertThat(faults("repair", closing, "certificate-extended.to-resident"))
                .containsExactly("《报修》“告知业主办结”：《通知：装修 〔编号〕：登记证已延期到〔登记证有效期〕（给业主）》讲的是"
                        + "“允许施工的时段”“工期”“登记证有效期”“登记证编号”“装修”，这个流程里没有，发出去会缺内容或者对不上，请另选一份");
        assertThat(faults("repair", closing, "reopened.to-resident")).isEmpty();
    }
}
