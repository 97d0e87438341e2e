package org.shouwen.reference;

import java.util.List;
import java.util.Map;

/** D9, last column (4.16 no. 17): the gate refuses material only where the agreement or the 管理规约 says so; Henan forbids it. */
final class MaterialRule implements Rule {

    @Override
    public String table() {
        return "materialRefusal";
    }

    @Override
    public Map<String, List<Object>> inputs() {
        return Values.of("city", Values.CITIES, "agreed", Values.FLAG);
    }

    @Override
    public Map<String, Wanted> answer(Case asked) {
        if (asked.is("city", "HENAN", "XUCHANG")) { // a city of Henan
            return Map.of("refusable", Wanted.is(false), "basis", Wanted.cites("河南省物业管理条例", "64"));
        }
        return asked.yes("agreed")
                ? Map.of("refusable", Wanted.is(true), "basis", Wanted.says("规约|协议|约定"))
                : Map.of("refusable", Wanted.is(false));
    }
}
