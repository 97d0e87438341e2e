package org.shouwen.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.rows.Sql;
import org.shouwen.testing.Models;
import org.shouwen.testing.TestDatabase;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Hazard;
import org.shouwen.ticket.Trade;
import org.shouwen.ticket.WarrantyItem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever changed categories in the database keeps them. */
class FormerCategoriesTest {

    private static final byte[] SHIPPED = Models.bytes().get("categories.dmn");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());
    private final FormerCategories former = new FormerCategories(new Sql(jdbc));

    private static List<Category> rows(byte[] table) {
        return EngineCategories.rows(ShippedTables.read(table));
    }

    @Test
    void whatNobodyChangedIsWhatIsShipped() {
        assertThat(former.changed(SHIPPED)).isEmpty();
        jdbc.sql("UPDATE former_category SET position = 0 WHERE code = 'HOME_OTHER'")
                .update();
        assertThat(rows(former.changed(SHIPPED).orElseThrow())).containsExactlyInAnyOrderElementsOf(rows(SHIPPED));
    }

    @Test
    void whatWasChangedGoesOn() {
        jdbc.sql("UPDATE former_category SET label = '水管 & \"龙头\" <家>', window_hours = 8 WHERE code = 'HOME_PLUMBING'")
                .update();
        jdbc.sql("DELETE FROM former_category WHERE code = 'HOME_HEATING'").update();
        jdbc.sql("INSERT INTO former_category (position, code, kind, label, area, trade, hazard, warranty_item)"
                        + " VALUES (25, 'POOL', 'REPAIR', '游泳池', NULL, 'PLUMBING', 'LARGE_LEAK', 'NONE')")
                .update();
        byte[] own = former.changed(SHIPPED).orElseThrow();

        assertThat(rows(own))
                .hasSameSizeAs(rows(SHIPPED))
                .contains(
                        new Category(
                                "HOME_PLUMBING",
                                "REPAIR",
                                "水管 & ”龙头” <家>",
                                Area.HOME,
                                Trade.PLUMBING,
                                Hazard.NONE,
                                WarrantyItem.FITTINGS,
                                8,
                                true),
                        new Category(
                                "POOL",
                                "REPAIR",
                                "游泳池",
                                null,
                                Trade.PLUMBING,
                                Hazard.LARGE_LEAK,
                                WarrantyItem.NONE,
                                24,
                                true))
                .noneMatch(category -> category.code().equals("HOME_HEATING"));
        assertThat(new ModelRules(new BareProgram())
                        .judgeDeployed(Map.of(FormerCategories.FILE, own), decision -> true)
                        .sentences())
                .isEmpty();
    }
}
