/** Who asks and what that person may do at all: roles, the caller of a request, routes for some roles only, how often. Not what may be done to a ticket: that is {@code deed}. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem", "wording"})
package org.shouwen.rights;
