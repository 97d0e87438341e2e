package org.shouwen.roster;

import java.time.Instant;

/**
 * Whose a building or one of its units is (管家).
 *
 * @param unit code of the unit, or "": the whole building
 * @param staff code of the person
 * @param setBy code of who said so
 */
public record Housekeeper(String site, String building, String unit, String staff, String setBy, Instant setAt) {}
