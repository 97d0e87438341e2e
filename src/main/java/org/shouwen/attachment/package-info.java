/** 附件: photos and documents of a ticket, made harmless before they are kept. Never what they prove: whoever asked for them judges that. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"problem", "rows", "wording", "deed", "page", "roster", "rights", "ticket", "workflow"})
package org.shouwen.attachment;
