package org.shouwen.attachment;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** Photos and files come in; what staff upload is their own affair. */
public enum AttachmentEvent implements TimelineEvent {
    ATTACHED(event("attached").ownDoing("您上传了照片或文件"));

    private final Declaration declared;

    AttachmentEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
