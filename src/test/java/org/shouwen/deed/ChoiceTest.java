package org.shouwen.deed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    @Test
    void peopleOfOneNameAreToldApartAndNobodyElse() {
        assertThat(Choice.toldApart(
                        List.of(new Choice("desk1", "王芳"), new Choice("desk2", "李静"), new Choice("desk3", "王芳"))))
                .extracting(Choice::label)
                .containsExactly("王芳（desk1）", "李静", "王芳（desk3）");
    }
}
