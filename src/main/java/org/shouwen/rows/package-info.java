/** How records lie in tables: one mapper, one hand for SQL. Not what is asked: each module keeps its own statements. */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.shouwen.rows;
