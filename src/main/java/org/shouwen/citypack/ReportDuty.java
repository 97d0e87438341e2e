package org.shouwen.citypack;

import java.util.List;
import org.shouwen.calendar.WorkUnit;

/**
 * Who has to be told, and by when, of a violation that could not be stopped.
 *
 * @param amount of the limit
 * @param unit of the limit; hours run on Sundays and at night
 * @param receivers each of whom gives a receipt: 业主委员会, 有关行政管理部门
 * @param basis the article, and where the limit comes from
 */
public record ReportDuty(int amount, WorkUnit unit, List<String> receivers, String basis) {

    public ReportDuty {
        receivers = List.copyOf(receivers);
    }
}
