/** 维修单: a repair as a paper that the technician takes along and both sign. Never how a repair goes: that is `repair`. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "problem",
            "rights",
            "wording",
            "ticket",
            "estate",
            "roster",
            "repair",
            "paper",
            "credential"
        })
package org.shouwen.workorder;
