package org.shouwen.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.testing.Models;

/** Each harmful edit can be made, one by one. */
class HarmfulEditsTest {

    @ParameterizedTest
    @MethodSource("org.shouwen.workflow.internal.HarmfulEdits#all")
    void changesAShippedModel(HarmfulEdits edit) {
        assertThat(edit.models()).isNotEqualTo(Models.bytes());
        assertThat(edit.words()).isNotEmpty();
    }
}
