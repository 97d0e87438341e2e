package org.shouwen.renovation;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** What becomes of an application, until the work may begin. */
public enum RenovationEvent implements TimelineEvent {
    EXAMINED(event("examined").stating("step", "result")),
    PAPER_BY_LINK(event("paper-by-link").ownDoing("您补交了一项材料")),
    PAPERS_NOT_ACCEPTED(event("papers-not-accepted").told("网页上补交的材料有不合要求的，须重新提交")),
    ACT_TAKEN_OUT(event("act-taken-out").told("装修方案去掉了一项").ownDoing("您从装修方案中去掉了一项")),
    CONTRACTOR_NAMED(event("contractor-named")),
    CAUTIONS_RECEIVED(event("cautions-received").told("禁止行为和注意事项已签收").ownDoing("您签收了禁止行为和注意事项")),
    AGREEMENT_SIGNED(event("agreement-signed").told("已签装修管理服务协议")),
    CERTIFICATE_ISSUED(event("certificate-issued").told("已发装修施工登记证").stating("certificate")),
    HOURS_CHANGED(event("certificate-hours").told("允许施工的时间变了").asWritten()),
    CERTIFICATE_EXTENDED(event("certificate-extended")),
    CERTIFICATE_REVOKED(event("certificate-revoked").told("登记证已注销").stating("certificate"));

    private final Declaration declared;

    RenovationEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
