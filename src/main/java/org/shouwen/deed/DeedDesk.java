package org.shouwen.deed;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Faster;
import org.shouwen.ticket.Kinds;
import org.shouwen.ticket.Receipts;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * Where deeds are done, through whichever door: who may is looked at here and nowhere else. Whether the caller sees the ticket at
 * all was settled before ({@link org.shouwen.ticket.Sight}).
 */
@Component
public class DeedDesk {

    private final Map<String, Deed> deeds = new LinkedHashMap<>();
    private final Tickets tickets;
    private final Kinds kinds;
    private final Moments moments;
    private final Faster faster;
    private final Receipts receipts;
    private final TransactionTemplate transaction;

    DeedDesk(
            List<Deeds> features,
            Tickets tickets,
            Kinds kinds,
            Moments moments,
            Faster faster,
            Receipts receipts,
            TransactionTemplate transaction) {
        features.stream().flatMap(feature -> feature.deeds().stream()).forEach(deed -> {
            if (deeds.put(deed.path(), deed) != null) {
                throw new IllegalStateException("two deeds at " + deed.path());
            }
        });
        this.tickets = tickets;
        this.kinds = kinds;
        this.moments = moments;
        this.faster = faster;
        this.receipts = receipts;
        this.transaction = transaction;
    }

    /** @return every deed, in the order of the features */
    public List<Deed> all() {
        return List.copyOf(deeds.values());
    }

    /**
     * @param path what stands in the deed's address beside the number
     * @param raw what was handed in; not looked at where the caller may not
     * @throws Refusal where the caller may not, the kind or the state does not allow it, or what was handed in is wrong
     */
    public Outcome perform(Deed deed, String number, Map<String, String> path, Supplier<Given.Raw> raw, Caller caller) {
        // What was handed in can be read once
        Supplier<Given.Raw> kept = SingletonSupplier.of(raw);
        try {
            return faster.unless(number, () -> attempt(deed, number, path, kept, caller));
        } catch (Refusal refusal) {
            throw faster.explained(refusal, number, caller.at());
        }
    }

    private Outcome attempt(
            Deed deed, String number, Map<String, String> path, Supplier<Given.Raw> raw, Caller caller) {
        Ticket ticket = tickets.get(number);
        if (!deed.who().may(ticket, caller)) {
            throw Refusal.notAllowed(
                    "ticket-not-yours",
                    "工单 " + number + " 不归您办，不能" + deed.label() + "；请找"
                            + deed.who().words());
        }
        if (deed.action() != null) {
            kinds.mustOffer(ticket, deed.action());
        }
        Given given = new Given(deed.inputs(), path, raw.get(), moments.zone());
        String key = deed.once() ? raw.get().texts().get(Given.KEY) : null;
        return Typed.isBlank(key)
                ? deed.act().on(ticket, given, caller)
                : once(
                        digest(key, deed, number, path, raw.get()),
                        () -> deed.act().on(ticket, given, caller),
                        caller);
    }

    /** Whoever sends the same at the same moment waits for the receipt of the first. What was refused was not done. */
    private Outcome once(String key, Supplier<Outcome> act, Caller caller) {
        try {
            return transaction.execute(status -> {
                if (receipts.find(caller.code(), key).isPresent()) {
                    return Outcome.REPEATED;
                }
                receipts.keep(caller.code(), key, new Receipts.Receipt("", ""), caller.at());
                return act.get();
            });
        } catch (Refusal refusal) {
            if (refusal.name().equals("request-in-progress")) {
                return Outcome.REPEATED;
            }
            throw refusal;
        }
    }

    /** Whoever went back and wrote something else means something else. */
    private static String digest(String key, Deed deed, String number, Map<String, String> path, Given.Raw raw) {
        Map<String, String> asked = new TreeMap<>(path);
        deed.inputs()
                .forEach(input ->
                        asked.put(input.name(), String.valueOf(raw.texts().get(input.name()))));
        return "form "
                + UUID.nameUUIDFromBytes(
                        List.of(key, deed.path(), number, asked).toString().getBytes(StandardCharsets.UTF_8));
    }

    public boolean offers(String path, Ticket ticket, Caller caller) {
        return offers(deeds.get(path), ticket, caller);
    }

    private boolean offers(Deed deed, Ticket ticket, Caller caller) {
        return deed.when().contains(ticket.status())
                && (deed.action() == null || kinds.get(ticket.kind()).actions().contains(deed.action()))
                && deed.who().may(ticket, caller)
                && deed.applies().test(ticket, caller);
    }

    /**
     * @param page the page they stand on, as the deeds name it
     * @param asked path of the deed whose form the reader wants open, or ""
     * @return what the caller can do to the ticket there, in the order of the features; not what stands apart
     */
    public List<Form> forms(Ticket ticket, Caller caller, String page, String asked) {
        return deeds.values().stream()
                .filter(deed -> deed.page().equals(page) && !deed.apart() && offers(deed, ticket, caller))
                .map(deed -> form(deed, deed.path(), ticket, caller, asked))
                .toList();
    }

    /** @return empty where the caller cannot do it now */
    public Optional<Form> form(String path, Ticket ticket, Caller caller, String asked) {
        return Optional.of(deeds.get(path))
                .filter(deed -> offers(deed, ticket, caller))
                .map(deed -> form(deed, deed.path(), ticket, caller, asked));
    }

    /**
     * @param path of a deed that is done to one thing of the ticket, for example {@code passes/{pass}/return}
     * @param thing stands in its address for what is in braces
     * @return empty where the caller cannot do it to anything of the ticket
     */
    public Optional<Form> form(String path, String thing, Ticket ticket, Caller caller) {
        return Optional.of(deeds.get(path))
                .filter(deed -> offers(deed, ticket, caller))
                .map(deed -> form(deed, path.replaceFirst("\\{\\w+}", thing), ticket, caller, ""));
    }

    private static Form form(Deed deed, String path, Ticket ticket, Caller caller, String asked) {
        boolean open = path.equals(asked);
        boolean made = open || !deed.lazy();
        return new Form(
                path,
                path.replace('/', '-'),
                Deed.TICKET.replace("{number}", ticket.number()) + "/" + path,
                deed.label(),
                deed.title(),
                deed.help(),
                deed.template(),
                made
                        ? deed.inputs().stream()
                                .filter(Input::onForm)
                                .map(input -> field(input, ticket, caller))
                                .toList()
                        : List.of(),
                deed.once() ? UUID.randomUUID().toString() : null,
                deed.ending(),
                open,
                made);
    }

    private static Form.Field field(Input input, Ticket ticket, Caller caller) {
        return new Form.Field(
                input.name(),
                input.label(),
                input.type(),
                input.required(),
                input.max(),
                input.choices().apply(ticket, caller),
                input.initial().apply(ticket, caller),
                input.hint());
    }
}
