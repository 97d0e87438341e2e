package org.shouwen.workerpass;

import org.shouwen.estate.PersonName;
import org.shouwen.estate.Phone;
import org.shouwen.problem.Written;

/**
 * A person who works on a renovation.
 *
 * @param trade what he does there: 水电工
 * @param phone normalised; shown with its middle hidden
 */
public record Worker(String name, String trade, String phone) {

    public Worker {
        name = Written.text(name, "name", "姓名", 30);
        trade = Written.text(trade, "trade", "工种", 20);
        phone = Phone.normalise(phone, "phone");
    }

    /** @return 张**（水电工） */
    public String masked() {
        return PersonName.masked(name) + "（" + trade + "）";
    }
}
