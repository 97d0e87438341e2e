package org.shouwen.scenario;

import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.deed.Choice;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Input;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;

/** What can be handed in for a deed, whichever it is. */
final class DeedInputs {

    private DeedInputs() {}

    /**
     * @param incident number of a ticket that it may be joined to
     * @return texts by name, of everything that has to be told
     */
    static Map<String, String> of(Deed deed, Ticket ticket, Caller caller, String incident) {
        return deed.inputs().stream()
                .filter(input -> input.required() && input.type() != Input.Type.FILES)
                .collect(Collectors.toMap(Input::name, input -> value(input, ticket, caller, incident)));
    }

    private static String value(Input input, Ticket ticket, Caller caller, String incident) {
        if (input.type() == Input.Type.CHOICE) {
            return input.choices().apply(ticket, caller).stream()
                    .findFirst()
                    .map(Choice::code)
                    .orElse("x");
        }
        return switch (input.name()) {
            case "phone" -> "13812345678";
            case "category" -> "CONSULT_FEES";
            case "incident" -> incident;
            default ->
                switch (input.type()) {
                    case FLAG -> "false";
                    case MOMENT -> "2026-11-25T10:00";
                    case DATE -> "2026-11-25";
                    default -> "测试";
                };
        };
    }
}
