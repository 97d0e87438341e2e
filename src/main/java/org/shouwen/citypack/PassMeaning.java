package org.shouwen.citypack;

/**
 * What the two cards of a worker's pass are for. Houses differ: mostly one is carried and one stays at the gate.
 *
 * @param cardA what is printed on card A: 施工人员随身佩戴
 * @param cardB what is printed on card B: 留存门岗备查
 */
public record PassMeaning(String cardA, String cardB) {

    /** Where the site says nothing else. */
    public static final PassMeaning USUAL = new PassMeaning("施工人员随身佩戴", "留存门岗备查，离场时换回");
}
