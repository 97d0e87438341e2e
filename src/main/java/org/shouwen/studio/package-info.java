/** 改规则: managers change the decision tables, a second person approves, one click takes it back. It decides nothing by a table and draws no diagram. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "problem",
            "rows",
            "wording",
            "rights",
            "page",
            "calendar",
            "roster",
            "notification",
            "workflow",
            "rulebook"
        })
package org.shouwen.studio;
