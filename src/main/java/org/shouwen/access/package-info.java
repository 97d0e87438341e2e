/** Who may come in: accounts, roles, tokens, one login for pages, API and Tasklist. Not what a person's duty is. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"problem", "rows", "rights", "estate", "roster", "workflow", "credential"})
package org.shouwen.access;
