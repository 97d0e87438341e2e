package org.shouwen.estate;

/**
 * A contact of a household.
 *
 * @param home code of the home
 * @param number 1-based place in the household's list of contacts; the first is called first
 * @param name name
 * @param phone normalised number (see {@link Phone})
 * @param email address for notices, or null
 */
public record Resident(String home, int number, String name, String phone, String email) {}
