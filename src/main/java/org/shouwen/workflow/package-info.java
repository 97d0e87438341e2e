/** The engine and its guard: settings, expressions, deployments, forms, decisions, who acts. Not any one process. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"problem", "rights", "rows", "wording", "ticket"})
package org.shouwen.workflow;
