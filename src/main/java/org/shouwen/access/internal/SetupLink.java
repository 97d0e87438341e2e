package org.shouwen.access.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the operator, in the log, how to come in where nobody can yet. */
@Component
@Profile("!demo")
class SetupLink {

    private static final Logger LOG = LoggerFactory.getLogger(SetupLink.class);

    private final FirstAdministrator firstAdministrator;
    private final String publicUrl;

    SetupLink(
            FirstAdministrator firstAdministrator,
            @Value("${shouwen.public-url:http://localhost:8080}") String publicUrl) {
        this.firstAdministrator = firstAdministrator;
        this.publicUrl = publicUrl;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        firstAdministrator
                .offer()
                .ifPresent(token ->
                        LOG.warn("还没有系统管理员。请在 24 小时内打开这个链接设置（只能用一次，重启后作废）：{}/setup?token={}", publicUrl, token));
    }
}
