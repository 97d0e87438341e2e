/**
 * 办理: what may be done to a ticket beside the steps of its flow. A feature declares each deed once, with who may, when and
 * what it asks; the page, the API, its description and the form come from that. Never what a deed does: the feature's desk does it.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"problem", "wording", "rights", "ticket", "page"})
package org.shouwen.deed;
