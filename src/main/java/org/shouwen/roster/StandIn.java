package org.shouwen.roster;

/**
 * A pair of staff on a post (AB 角): B acts where A is away.
 *
 * @param post code of the post
 * @param staff A
 * @param substitute B
 * @param turn 1 stands in first
 */
public record StandIn(String post, String staff, String substitute, int turn) {}
