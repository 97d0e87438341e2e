package org.shouwen.estate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Home;
import org.shouwen.problem.Refusal;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class HomesControllerTest {

    private final Estate estate = mock(Estate.class);
    private final HomesController controller = new HomesController(estate);

    @Test
    void tellsWhereAHomeIsAndHowManyContactsItHas() throws Exception {
        when(estate.searchHomes("1-1", 20))
                .thenReturn(List.of(new Home("1-1-101", "east", "1", "1", "东区 1 号楼 1 单元 101", null)));
        when(estate.householdSizes(any())).thenReturn(Map.of("1-1-101", 2));

        MockMvcBuilders.standaloneSetup(controller)
                .build()
                .perform(get("/api/homes").param("q", "1-1"))
                .andExpect(content().json("""
                                {"items": [{"code": "1-1-101", "label": "东区 1 号楼 1 单元 101", "site": "east",
                                            "building": "1", "unit": "1", "residents": 2}]}""", JsonCompareMode.STRICT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "", "1e1", "２００"})
    void refusesAnotherSizeByName(String size) {
        assertThatThrownBy(() -> controller.homes("1-1", size))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.field()).contains("size"))
                .hasMessage("size 须为 1 到 100 的整数");
    }
}
