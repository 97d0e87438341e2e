package org.shouwen.access.internal;

import java.util.List;
import java.util.stream.Stream;
import org.shouwen.estate.Estate;
import org.shouwen.roster.Roster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** As the roster and the estate have them. */
@Component
record StaffNames(ObjectProvider<Roster> roster, ObjectProvider<Estate> estate) implements OwnNames {

    @Override
    public List<String> of(String username) {
        Stream<String> own = roster.getObject().staff(username).stream()
                .flatMap(staff -> Stream.of(staff.name(), staff.phone() == null ? "" : staff.phone()));
        Stream<String> places = estate.getObject().sites().stream()
                .map(estate.getObject()::address)
                .flatMap(address -> Stream.concat(Stream.of(address), Stream.of(address.split(" "))));
        return Stream.of(Stream.of(username), own, places)
                .flatMap(names -> names)
                .map(Pinyin::of)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
