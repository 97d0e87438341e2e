/** Notices that arrive: templates, outbox, dispatcher, channels. It never decides whether somebody is told: diagrams do. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "problem",
            "rows",
            "wording",
            "rights",
            "page",
            "ticket",
            "estate",
            "roster",
            "calendar",
            "workflow"
        })
package org.shouwen.notification;
