package org.shouwen.citypack;

import org.shouwen.workflow.ColumnText;
import org.springframework.stereotype.Component;

/** Hours in which a city forbids noise, a column of {@code renovation-hours}. */
@Component
class ForbiddenHours implements ColumnText {

    @Override
    public String column() {
        return "forbidden";
    }

    @Override
    public void read(String text) {
        DayHours.of(text, column());
    }
}
