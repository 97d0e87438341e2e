package org.shouwen.desk.web;

import java.util.List;
import org.shouwen.page.TicketRow;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Scope;
import org.shouwen.wording.Moments;

/**
 * The page on which a call is registered.
 *
 * @param typed what stands in the search box
 * @param choices locations to choose from, where the search found several
 * @param location the location, or null while it is not found
 * @param open tickets that are open there already
 * @param emergencies categories that are registered here at once, with nothing else filled in
 * @param asked what each kind asks beyond the common facts
 * @param form what stands in the form, or null while there is no location
 * @param earliest earliest slot, as the field takes it
 */
record RegisterPage(
        String typed,
        List<Choice> choices,
        Location location,
        List<Contact> contacts,
        List<TicketRow> open,
        List<Group> categories,
        List<Option> emergencies,
        List<Asked> asked,
        RegistrationForm form,
        String earliest) {

    static RegisterPage empty(String typed, List<Choice> choices) {
        return new RegisterPage(
                typed, choices, null, List.of(), List.of(), List.of(), List.of(), List.of(), null, null);
    }

    static RegisterPage at(
            Location location,
            List<Contact> contacts,
            List<TicketRow> open,
            List<Group> categories,
            List<Option> emergencies,
            List<Asked> asked,
            RegistrationForm form,
            Moments moments) {
        return new RegisterPage(
                location.code(),
                List.of(),
                location,
                contacts,
                open,
                categories,
                emergencies,
                asked,
                form,
                moments.field(moments.now()));
    }

    /** @return what people choose from in every matter */
    public Danger[] dangers() {
        return Danger.values();
    }

    public Scope[] scopes() {
        return Scope.values();
    }

    public Channel[] channels() {
        return Channel.values();
    }

    record Choice(String code, String label, String type) {}

    record Location(String code, String label, String site) {}

    record Contact(String number, String name, String phone, String email) {}

    /** @param kind code of the kind that the categories belong to */
    record Group(String label, String kind, List<Option> options) {}

    record Asked(String kind, String label, List<Field> fields) {}

    /**
     * A question of a kind.
     *
     * @param name name of the input
     * @param field what a refusal calls it
     * @param value what stands in it
     */
    record Field(
            String name, String field, String label, String type, String hint, List<Option> options, String value) {}

    record Option(String code, String label) {}
}
