package org.shouwen.gate;

import java.util.Map;

/**
 * Somebody or something that is to pass by a paper.
 *
 * @param issue which copy is shown; 0: only its number is known, and the copy that counts is meant
 * @param counts how many of each line of goods, by the line's number; empty where nothing is counted
 */
public record Passage(String number, int issue, GatePaper.Way way, Map<Integer, Integer> counts) {

    public Passage {
        counts = Map.copyOf(counts);
    }
}
