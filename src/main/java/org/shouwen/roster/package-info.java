/**
 * Who works where and when: staff, posts per site, who stands in for whom, who is away, shifts, on-call order. Not what
 * they may see: that is {@code access}; not what happens to their work: that is {@code firstresponsibility}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"problem", "rows", "rights", "wording", "calendar", "estate"})
package org.shouwen.roster;
