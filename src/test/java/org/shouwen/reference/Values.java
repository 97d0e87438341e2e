package org.shouwen.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The codes that inputs may have, written out: an enum of the product that grows is noticed, not followed. */
final class Values {

    static final List<Object> FLAG = List.of(false, true);
    static final List<Object> KINDS =
            List.of("REPAIR", "COMPLAINT", "CONSULTATION", "SUGGESTION", "PRAISE", "SERVICE", "RENOVATION", "GOODS");
    static final List<Object> PRIORITIES = List.of("P0", "P1", "P2", "P3");
    static final List<Object> AREAS = List.of("HOME", "PUBLIC");
    static final List<Object> TRADES =
            List.of("PLUMBING", "ELECTRICAL", "CIVIL", "CARPENTRY", "LIFT", "SECURITY_SYSTEM", "GENERAL");
    static final List<Object> HAZARDS = List.of(
            "NONE",
            "LIFT_TRAPPED",
            "GAS_LEAK",
            "FIRE",
            "FALLING_OBJECT",
            "ELECTRIC_SHOCK",
            "BURST_PIPE",
            "LARGE_LEAK",
            "WATER_OUTAGE",
            "POWER_OUTAGE",
            "SEWAGE_OVERFLOW",
            "GATE_FAILURE",
            "SEEPAGE",
            "HANDOVER_DEFECT");
    static final List<Object> DANGERS = List.of("UNKNOWN", "NONE", "PROPERTY", "PERSON");
    static final List<Object> SCOPES = List.of("UNKNOWN", "PERSONAL", "UNIT", "ESTATE");
    static final List<Object> CITIES = List.of(
            "NATIONAL",
            "BEIJING",
            "SHANGHAI",
            "SHENZHEN",
            "HANGZHOU",
            "NINGBO",
            "HUZHOU",
            "XUCHANG",
            "HENAN",
            "SHANDONG");

    static final List<Object> ACTS = List.of(
            "BEARING_STRUCTURE",
            "WET_ROOM",
            "BEARING_OPENING",
            "ENERGY_SAVING",
            "ADDED_BUILDING",
            "FACADE",
            "GRILLES",
            "HEATING_PIPES",
            "GAS_PIPES",
            "FLOOR_LOAD",
            "WATERPROOFING",
            "ORDINARY",
            "OTHER");

    private Values() {}

    static List<Object> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().collect(Collectors.toList());
    }

    /** @param namesAndValues an input's name, then its values, and so on */
    @SuppressWarnings("unchecked")
    static Map<String, List<Object>> of(Object... namesAndValues) {
        Map<String, List<Object>> inputs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            inputs.put((String) namesAndValues[i], (List<Object>) namesAndValues[i + 1]);
        }
        return inputs;
    }
}
