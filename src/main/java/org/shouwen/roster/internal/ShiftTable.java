package org.shouwen.roster.internal;

import java.util.Comparator;
import java.util.List;
import org.shouwen.roster.OnCallShift;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Component;

/** Rows of on-call shifts. */
@Component
record ShiftTable(Sql sql) {

    private static final Columns<OnCallShift> SHIFT = Columns.of(OnCallShift.class)
            .named("from", "starts")
            .named("to", "ends")
            .named("order", "call_order");

    /** @return the site's, in the order in which people are called */
    List<OnCallShift> at(String site) {
        return sql.once().list(SHIFT, "SELECT * FROM on_call_shift WHERE site = ?", site).stream()
                .sorted(Comparator.comparingInt(OnCallShift::order)
                        .thenComparing(OnCallShift::staff)
                        .thenComparing(OnCallShift::from))
                .toList();
    }

    /** The same shift of the same person gets the new order. */
    void put(OnCallShift shift) {
        sql.update(
                "DELETE FROM on_call_shift WHERE site = ? AND staff = ? AND days = ? AND starts = ? AND ends = ?",
                shift.site(),
                shift.staff(),
                shift.days(),
                shift.from(),
                shift.to());
        sql.insert("on_call_shift", SHIFT.values(shift));
    }

    /** Where the other has the same shift, his stays as it is. */
    void handOn(String site, String from, String to) {
        sql.update("""
                UPDATE on_call_shift SET staff = ? WHERE site = ? AND staff = ? AND NOT EXISTS (
                    SELECT 1 FROM on_call_shift o WHERE o.site = on_call_shift.site AND o.staff = ?
                        AND o.days = on_call_shift.days AND o.starts = on_call_shift.starts AND o.ends = on_call_shift.ends)
                """, to, site, from, to);
        sql.update("DELETE FROM on_call_shift WHERE site = ? AND staff = ?", site, from);
    }

    /** @return how many there were */
    int removeAllAt(String site) {
        return sql.update("DELETE FROM on_call_shift WHERE site = ?", site);
    }
}
