package org.shouwen.ticket;

/**
 * Who reported the matter.
 *
 * @param phone normalised
 * @param email address for notices, or null
 */
public record Reporter(String name, String phone, String email) {}
