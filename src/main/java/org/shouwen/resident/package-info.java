/** 业主页: what a resident sees and does by a link to his own matter, phone first; and what a second person is asked about it, on a page of his own. Never other matters, staff's numbers or what staff write to each other. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "problem",
            "rows",
            "rights",
            "deed",
            "page",
            "wording",
            "ticket",
            "estate",
            "roster",
            "notification",
            "attachment",
            "credential",
            "paper",
            "workflow"
        })
package org.shouwen.resident;
