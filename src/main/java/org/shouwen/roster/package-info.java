/** Who works where and when: staff, posts per site, shifts, on-call order. Not what they may see: that is {@code access}. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem", "estate"})
package org.shouwen.roster;
