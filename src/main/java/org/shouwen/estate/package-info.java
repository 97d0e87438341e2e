/** What is where and who lives there: communities, sites, buildings, homes, common places, residents. Not who works there. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem", "rows", "rights", "wording"})
package org.shouwen.estate;
