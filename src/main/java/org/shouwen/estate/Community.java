package org.shouwen.estate;

/**
 * A residential community (小区).
 *
 * @param code unique in the whole system
 * @param name Chinese name
 */
public record Community(String code, String name) {}
