package org.shouwen.gate;

import java.time.Instant;
import java.util.Set;
import org.mockito.Mockito;
import org.shouwen.credential.Credentials;
import org.shouwen.estate.Estate;
import org.shouwen.rights.Caller;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The gate over the kinds of papers that a test brings. */
public final class AtTheGate {

    private AtTheGate() {}

    public static GateDesk reading(Credentials credentials, GatePaper... papers) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (GatePaper paper : papers) {
            beans.addBean(paper.kind(), paper);
        }
        Estate estate = Mockito.mock(Estate.class);
        Mockito.when(estate.siteName("west")).thenReturn("首问花园西苑");
        return new GateDesk(beans.getBeanProvider(GatePaper.class), credentials, estate);
    }

    public static Caller guard(String code, String site, Instant at) {
        return new Caller(code, Set.of(), () -> Set.of(site), at);
    }
}
