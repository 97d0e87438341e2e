package org.shouwen.page;

/**
 * A part of a page, as its feature brings it.
 *
 * @param template the fragment that shows it, for example {@code renovation/resident :: part}; it finds the model as {@code it}
 * @param model what the fragment shows
 */
public record Shown(String template, Object model) {}
