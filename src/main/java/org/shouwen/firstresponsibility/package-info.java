/**
 * 首问责任 and 同岗替代: who owns a ticket to the end, who works on it, who is called, who stands in, how matters change
 * hands. Not the work itself.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "problem",
            "rows",
            "wording",
            "rights",
            "access",
            "deed",
            "page",
            "ticket",
            "estate",
            "roster",
            "notification",
            "workflow"
        })
package org.shouwen.firstresponsibility;
