package org.shouwen.onetimenotice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 一次性告知书: what one ticket needs, told once under a number of its own. Everything is listed, with what had been handed
 * in by then.
 *
 * @param number GZ-26-000001
 * @param by code of who listed it
 * @param items in the order people read them; what was asked for later stands at the end
 */
public record OneTimeNotice(
        String number, String ticket, Instant listedAt, String by, Optional<Receipt> receipt, List<Told> items) {

    /**
     * An item as it was told.
     *
     * @param position from 1, as printed
     * @param settled when it was supplied, and who took it; empty: still open
     * @param later whether it was asked for after the notice, which is a breach of the one-time rule
     */
    public record Told(int position, Item item, Optional<Settled> settled, boolean later) {

        public boolean open() {
            return settled.isEmpty();
        }
    }

    /** @param by code of who took it; the system where the resident supplied it by link */
    public record Settled(Instant at, String by) {}

    public Optional<Told> item(String code) {
        return items.stream().filter(told -> told.item().code().equals(code)).findFirst();
    }

    /** @return items still open, of all sections */
    public List<Told> open() {
        return items.stream().filter(Told::open).toList();
    }

    /** @param section code of a section */
    public List<Told> open(String section) {
        return open().stream()
                .filter(told -> told.item().section().code().equals(section))
                .toList();
    }

    /** @param section code of a section */
    public boolean isComplete(String section) {
        return open(section).isEmpty();
    }

    /** @return the items by section, both in the order people read them */
    public Map<Section, List<Told>> sections() {
        return sections(items);
    }

    static Map<Section, List<Told>> sections(List<Told> items) {
        return items.stream()
                .collect(Collectors.groupingBy(told -> told.item().section(), LinkedHashMap::new, Collectors.toList()));
    }
}
