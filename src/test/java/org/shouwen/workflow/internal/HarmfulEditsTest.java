package org.shouwen.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.testing.Models;

/** Each harmful edit is refused in the words that were written down for it. */
class HarmfulEditsTest {

    private static final ModelRules RULES = new ModelRules(new BareProgram());

    @ParameterizedTest
    @MethodSource("org.shouwen.workflow.internal.HarmfulEdits#all")
    void isRefusedInASentence(HarmfulEdits edit) {
        assertThat(RULES.judgeDeployed(edit.models(), decision -> true).sentences())
                .anySatisfy(sentence -> assertThat(sentence).contains(edit.words()));
    }

    @ParameterizedTest
    @MethodSource("org.shouwen.workflow.internal.HarmfulEdits#all")
    void changesAShippedModel(HarmfulEdits edit) {
        assertThat(edit.models()).isNotEqualTo(Models.bytes());
        assertThat(edit.words()).isNotEmpty();
    }
}
