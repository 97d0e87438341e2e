package org.shouwen.ticket;

import java.util.Optional;

/**
 * What a matter is about. People extend the list; the other decision tables read only the fixed enums it carries.
 *
 * @param code stable code, for example {@code HOME_PLUMBING}
 * @param kind code of the kind of ticket
 * @param label what people read
 * @param area where it belongs; null where both are possible, then the location decides
 * @param windowHours how long another report of it at the same place is likely to be the same matter
 * @param offered whether a new ticket may have it
 */
public record Category(
        String code,
        String kind,
        String label,
        Area area,
        Trade trade,
        Hazard hazard,
        WarrantyItem warrantyItem,
        int windowHours,
        boolean offered) {

    /** @return the fixed area, if the category has one */
    public Optional<Area> fixedArea() {
        return Optional.ofNullable(area);
    }
}
