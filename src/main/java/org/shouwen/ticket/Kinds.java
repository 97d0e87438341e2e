package org.shouwen.ticket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.problem.Refusal;
import org.springframework.stereotype.Component;

/** The kinds of ticket there are, and what each offers. */
@Component
public class Kinds {

    private final Map<String, TicketKind> kinds = new LinkedHashMap<>();

    /** @param kinds in the order people see them, which the beans give */
    Kinds(List<TicketKind> kinds) {
        kinds.forEach(kind -> this.kinds.put(kind.code(), kind));
    }

    /** @return every kind, in the order people see them */
    public List<TicketKind> all() {
        return List.copyOf(kinds.values());
    }

    /** @throws Refusal where there is no such kind */
    public TicketKind get(String code) {
        TicketKind kind = kinds.get(code);
        if (kind == null) {
            throw Refusal.invalid(
                    "kind-unknown", "kind", "没有“" + code + "”这种工单（kind），可用：" + String.join("、", kinds.keySet()));
        }
        return kind;
    }

    /** @throws Refusal where the ticket's kind does not offer that */
    public void mustOffer(Ticket ticket, TicketKind.Action action) {
        TicketKind kind = get(ticket.kind());
        if (!kind.actions().contains(action)) {
            throw Refusal.notPossibleNow(
                    "action-not-offered", "工单 %s 是%s，不能%s".formatted(ticket.number(), kind.label(), action.label()));
        }
    }
}
