package org.shouwen.workerpass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Passes in memory. */
final class KeptPasses extends WorkerPasses {

    final List<PassEvent> events = new ArrayList<>();
    private final Map<String, WorkerPass> passes = new TreeMap<>();

    KeptPasses() {
        super(null, null);
    }

    @Override
    public String nextNumber(Instant at) {
        return "CR-26-%06d".formatted(passes.size() + 1);
    }

    @Override
    public void add(WorkerPass pass) {
        passes.put(pass.number(), pass);
    }

    @Override
    public void save(WorkerPass pass) {
        passes.put(pass.number(), pass);
    }

    @Override
    public Optional<WorkerPass> find(String number) {
        return Optional.ofNullable(passes.get(number));
    }

    @Override
    public WorkerPass hold(String number) {
        return find(number).orElseThrow(() -> WorkerPasses.notFound(number));
    }

    @Override
    public List<WorkerPass> ofTicket(String ticket) {
        return passes.values().stream()
                .filter(pass -> pass.ticket().equals(ticket))
                .toList();
    }

    @Override
    public List<WorkerPass> inside(String site) {
        return passes.values().stream()
                .filter(pass -> pass.insideSince().isPresent())
                .filter(pass -> site.isEmpty() || site.equals(pass.site()))
                .sorted(Comparator.comparing(pass -> pass.insideSince().orElseThrow()))
                .toList();
    }

    @Override
    public void note(PassEvent event) {
        events.add(event);
    }

    @Override
    public List<PassEvent> history(String ticket) {
        List<PassEvent> newestFirst = new ArrayList<>(events);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public List<PassEvent> atTheGate(String site, Instant since, int most) {
        return history("");
    }

    @Override
    public void forgetPassages(Instant before) {
        events.removeIf(event -> event.at().isBefore(before) && event.kind().compareTo(PassEvent.Kind.ENTERED) >= 0);
    }
}
