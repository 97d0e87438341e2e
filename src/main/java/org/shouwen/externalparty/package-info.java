/** 外单位: letters to those outside the house who have to repair, what they promised and what came of it. Not the repair itself. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "problem",
            "rows",
            "wording",
            "rights",
            "page",
            "ticket",
            "calendar",
            "timelimit",
            "workflow"
        })
package org.shouwen.externalparty;
