package org.shouwen.onetimenotice;

/**
 * When items of a notice are needed.
 *
 * @param code stable name, as the kind gives it
 * @param heading what people read above the items
 */
public record Section(String code, String heading) {}
