/** 大门: reads the paper that somebody shows, asks the feature that issued it what it lets through, and has it recorded there. What a paper is worth and what has passed, only its feature knows. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"problem", "rights", "estate", "credential", "page", "wording"})
package org.shouwen.gate;
