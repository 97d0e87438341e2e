/** 投诉: grading, who owns it at which level, investigation, answers and letters, promised measures, the verdict. Limits, visits and notices are shared systems. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "problem",
            "rows",
            "rights",
            "wording",
            "page",
            "deed",
            "ticket",
            "estate",
            "roster",
            "calendar",
            "timelimit",
            "matter",
            "workflow",
            "paper",
            "resident"
        })
package org.shouwen.complaint;
