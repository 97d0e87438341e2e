package org.shouwen.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormChoicesTest {

    @Test
    void peopleOfOneNameAreToldApartAndNobodyElse() {
        FormChoices choices =
                new FormChoices().add("王芳", "desk1").add("李静", "desk2").add("王芳", "desk3");
        assertThat(choices.value().getValueSerialized())
                .contains("\"王芳（desk1）\"", "\"李静\"", "\"王芳（desk3）\"")
                .contains("\"value\":\"desk3\"");
    }
}
