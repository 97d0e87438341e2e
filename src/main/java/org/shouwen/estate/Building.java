package org.shouwen.estate;

/**
 * A building (楼栋).
 *
 * @param site code of the site that serves it
 * @param code unique within the site, for example {@code 1}
 * @param name Chinese name
 */
public record Building(String site, String code, String name) {}
