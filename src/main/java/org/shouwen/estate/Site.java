package org.shouwen.estate;

/**
 * A service site (服务点): the desk and the technicians that serve a community or a part of it.
 *
 * @param code unique in the whole system, for example {@code east}
 * @param community code of the community
 * @param name Chinese name
 */
public record Site(String code, String community, String name) {}
