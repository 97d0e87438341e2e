package org.shouwen.ticket.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;
import org.shouwen.ticket.Tickets;

/** What a ticket keeps as JSON in one column. */
final class Kept {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private Kept() {}

    /** @return null where nothing was decided */
    static String json(List<Tickets.Decision> decisions) {
        return decisions.isEmpty() ? null : written(decisions);
    }

    /** @return none where nothing was kept */
    static List<Tickets.Decision> decisions(String json) {
        return read(json, List.of(), new TypeReference<>() {});
    }

    static String json(Map<String, String> facts) {
        return facts.isEmpty() ? null : written(facts);
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept is text, numbers and booleans", e);
        }
    }

    static Map<String, String> facts(String json) {
        return read(json, Map.of(), new TypeReference<>() {});
    }

    private static <T> T read(String json, T nothing, TypeReference<T> type) {
        try {
            return json == null ? nothing : JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept is written by us", e);
        }
    }
}
