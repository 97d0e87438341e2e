package org.shouwen.estate;

/**
 * A unit (单元) of a building, as its homes say it.
 *
 * @param site code of the site that serves it
 * @param building code of the building
 * @param name Chinese name of the building
 * @param unit code of the unit within the building, "" where its homes name none
 */
public record Unit(String site, String building, String name, String unit) {

    /** @return for example 1 号楼 2 单元; the building's name where {@code unit} is "" */
    public String label() {
        return unit.isEmpty()
                ? name
                : name + " " + unit + (Character.isDigit(unit.charAt(unit.length() - 1)) ? " 单元" : "");
    }
}
