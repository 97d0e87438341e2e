package org.shouwen.workerpass;

import java.time.Instant;
import java.util.Optional;
import org.shouwen.problem.Refusal;

/**
 * 出入证: cards A and B of one number, for one worker of one renovation. It holds as long as the registration certificate
 * does; dates of its own it has none.
 *
 * @param number for example {@code CR-26-000001}
 * @param ticket number of the renovation's ticket
 * @param certificate number of the 装修施工登记证
 * @param issue which pair of cards under that number, from 1; those before were lost
 * @param insideSince since when the worker is inside
 * @param returnedAt when the cards were given back, after which the number is not used again
 */
public record WorkerPass(
        String number,
        String ticket,
        String certificate,
        String site,
        Worker worker,
        int issue,
        Optional<Suspension> suspension,
        Optional<Instant> insideSince,
        Optional<Instant> returnedAt) {

    /** @param until when it ends by itself; empty: when somebody lifts it */
    public record Suspension(Optional<Instant> until, String reason) {

        boolean holds(Instant at) {
            return until.map(at::isBefore).orElse(true);
        }
    }

    static WorkerPass first(String number, String ticket, String certificate, String site, Worker worker) {
        return new WorkerPass(
                number, ticket, certificate, site, worker, 1, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @return the suspension that holds at that moment */
    public Optional<Suspension> suspendedAt(Instant at) {
        return suspension.filter(held -> held.holds(at));
    }

    public boolean isReturned() {
        return returnedAt.isPresent();
    }

    /** @return the same as somebody reads it who may not see that name */
    WorkerPass named(String name) {
        Worker other = new Worker(name, worker.trade(), worker.phone());
        return new WorkerPass(number, ticket, certificate, site, other, issue, suspension, insideSince, returnedAt);
    }

    /** A card was lost: both are made anew, the old ones are void from now on. */
    WorkerPass replaced() {
        mustBeOut("补发");
        return new WorkerPass(
                number, ticket, certificate, site, worker, issue + 1, suspension, insideSince, returnedAt);
    }

    WorkerPass suspended(Suspension held) {
        mustBeOut("暂停");
        return new WorkerPass(
                number, ticket, certificate, site, worker, issue, Optional.of(held), insideSince, returnedAt);
    }

    WorkerPass resumed() {
        return new WorkerPass(
                number, ticket, certificate, site, worker, issue, Optional.empty(), insideSince, returnedAt);
    }

    WorkerPass entered(Instant at) {
        return new WorkerPass(
                number, ticket, certificate, site, worker, issue, suspension, Optional.of(at), returnedAt);
    }

    WorkerPass left() {
        if (insideSince.isEmpty()) {
            throw Refusal.notPossibleNow("pass-not-inside", "出入证 " + number + " 没有登记进场，不用登记离场");
        }
        return new WorkerPass(
                number, ticket, certificate, site, worker, issue, suspension, Optional.empty(), returnedAt);
    }

    WorkerPass givenBack(Instant at) {
        mustBeOut("再交回");
        if (insideSince.isPresent()) {
            throw Refusal.notPossibleNow("pass-inside", "出入证 " + number + " 的持证人还在场内，请先登记离场，再收回两张卡");
        }
        return new WorkerPass(
                number, ticket, certificate, site, worker, issue, suspension, insideSince, Optional.of(at));
    }

    private void mustBeOut(String verb) {
        if (isReturned()) {
            throw Refusal.notPossibleNow("pass-returned", "出入证 " + number + " 已经交回，不能" + verb);
        }
    }
}
