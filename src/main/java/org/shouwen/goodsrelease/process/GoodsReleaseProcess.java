package org.shouwen.goodsrelease.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.goodsrelease.GoodsReleases;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.TicketProcess;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code goodsrelease.bpmn}. */
@Component
class GoodsReleaseProcess extends TicketProcess {

    static final String KEY = "goodsrelease";

    /** Whether the owner has to be asked. */
    static final Variable<Boolean> CONSENT_NEEDED = Variable.flag("consentNeeded");

    /** Whether the slip was issued. */
    static final Variable<Boolean> RELEASED = Variable.flag("released");

    /** Everything on the list is out. */
    static final String PASSED = KEY + ".passed";

    /** The owner has answered by his link. */
    static final String OWNER_ANSWERED = KEY + ".ownerAnswered";

    private final GoodsReleases releases;

    GoodsReleaseProcess(GoodsReleases releases) {
        super(KEY, Set.of(GoodsDesk.KIND), List.of(CONSENT_NEEDED, RELEASED), List.of(PASSED, OWNER_ANSWERED));
        this.releases = releases;
    }

    @Override
    public Map<String, Object> atStart(Ticket ticket) {
        return Map.of(
                CONSENT_NEEDED.name(),
                releases.get(ticket.number()).waitsForConsent(),
                RELEASED.name(),
                false,
                SATISFIED.name(),
                true);
    }
}
