package org.shouwen.ticket;

import java.time.LocalDate;

/**
 * Where a matter is.
 *
 * @param site code of the site that sees to it
 * @param label as people read it
 * @param handover date the builder handed it over; null where that is unknown or says nothing
 * @param home whether it is somebody's home
 */
public record Location(String site, String label, LocalDate handover, boolean home) {}
