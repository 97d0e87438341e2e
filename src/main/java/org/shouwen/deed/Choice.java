package org.shouwen.deed;

/**
 * Something to choose.
 *
 * @param code as it is handed in
 * @param label as people read it
 */
public record Choice(String code, String label) {}
