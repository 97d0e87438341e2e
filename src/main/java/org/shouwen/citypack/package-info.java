/**
 * 城市规则包: which city's rules and which rules of its own a site goes by: hours of renovation, the report duty, estate
 * level, deposit. Not which documents or acts: that is the country's law (`renovation`).
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"problem", "rows", "wording", "rights", "page", "estate", "calendar", "workflow"})
package org.shouwen.citypack;
