/** What staff pages have in common, whichever feature brings them: how they are marked, and the parts of a ticket's page. Not what any page says. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"problem", "wording", "rights", "roster", "ticket"})
package org.shouwen.page;
