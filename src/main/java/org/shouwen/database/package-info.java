/** Between us and the database: how long anybody waits for it, what is answered when it does not, and that a migration which is broken off is taken back. Not what is kept there: each module has its own statements. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "problem")
package org.shouwen.database;
