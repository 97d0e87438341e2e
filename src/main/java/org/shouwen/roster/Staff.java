package org.shouwen.roster;

/**
 * A member of staff.
 *
 * @param code stable code, equal to the account name and never reused
 * @param name Chinese name
 * @param phone duty phone, or null
 * @param email address for notices, or null
 */
public record Staff(String code, String name, String phone, String email) {}
