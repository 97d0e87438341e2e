/** 报修: intake, on-site work and acceptance of public and home repairs. Ownership, notices and limits are shared systems. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "problem",
            "rows",
            "wording",
            "rights",
            "deed",
            "page",
            "ticket",
            "estate",
            "roster",
            "calendar",
            "timelimit",
            "matter",
            "notification",
            "resident",
            "onetimenotice",
            "externalparty",
            "incident",
            "workflow"
        })
package org.shouwen.repair;
