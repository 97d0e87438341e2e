package org.shouwen.estate;

import java.time.LocalDate;

/**
 * A home (房屋).
 *
 * @param code unique in the whole system, as people say it: building-unit-room, for example {@code 1-1-101}
 * @param site code of the site that serves it
 * @param building code of the building
 * @param unit code of the unit within the building, for example {@code 1}
 * @param label full Chinese address within the community
 * @param handover date the builder handed it over, start of the warranty; null if unknown
 */
public record Home(String code, String site, String building, String unit, String label, LocalDate handover) {}
