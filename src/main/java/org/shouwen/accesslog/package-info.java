/** 查阅记录: who had names, phones and e-mails shown that he otherwise reads masked, of which ticket and why; for supervisors to read. Never how much somebody reads: that is {@code Privacy} of the ticket. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"problem", "rows", "wording", "rights", "deed", "page", "ticket", "workflow"})
package org.shouwen.accesslog;
