package org.shouwen.goodsrelease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.gate.Goods;

class GoodsListTest {

    @ParameterizedTest
    @CsvSource({
        "纸箱 5, 纸箱, 5",
        "纸箱5箱, 纸箱, 5",
        "冰箱×1, 冰箱, 1",
        "冰箱 x 1 台, 冰箱, 1",
        "3号柜子：2, 3号柜子, 2",
        "  电钻  *3把  , 电钻, 3",
        "纸箱　５, 纸箱, 5",
        "纸箱５个, 纸箱, 5",
        "冰箱-2, 冰箱, 2",
        "A4纸 3包, A4纸, 3",
    })
    void aLineIsAThingAndACount(String written, String what, int count) {
        assertThat(GoodsList.of(written)).containsExactly(new Goods(1, what, count, count));
    }

    @Test
    void linesAreNumberedAndEmptyOnesAreNone() {
        assertThat(GoodsList.of("纸箱 5\n\n冰箱 1；桌子 2"))
                .containsExactly(new Goods(1, "纸箱", 5, 5), new Goods(2, "冰箱", 1, 1), new Goods(3, "桌子", 2, 2));
    }

    @ParameterizedTest
    @CsvSource({"冰箱, 没有写数量", "纸箱 5 冰箱, 没有写数量", "纸箱 99999, 没有写数量", "纸箱 0, 数量从 1 起", "' ', 请填写物品清单"})
    void whatCannotBeCountedIsRefusedByItsLine(String written, String sentence) {
        assertThatThrownBy(() -> GoodsList.of(written)).hasMessageContaining(sentence);
    }
}
