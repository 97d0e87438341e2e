package org.shouwen.estate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The estate as the desk looks it up. */
public interface Estate {

    Optional<Home> home(String code);

    /**
     * @return the home that is said so, in its code or in the words of {@link HomeCode}; none where the name before it is that
     *     of another place
     */
    default Optional<Home> said(String home) {
        return home(home)
                .or(() -> home(HomeCode.of(home)))
                .or(() -> home == null ? Optional.empty() : home(HomeCode.withoutZeros(HomeCode.of(home))))
                .filter(found -> isAt(found, HomeCode.read(home)));
    }

    /** @return whether the home may be called so: by its site, its estate, both, or neither */
    default boolean isAt(Home home, HomeCode.Said said) {
        return said.name().isEmpty() || said.isAt(address(home.site())) || said.isAt(home.label());
    }

    /** @return the name of its estate, and its own: 首问花园 东苑 */
    String address(String site);

    Optional<Place> place(String code);

    /** @return name of the site, or the code where there is none */
    String siteName(String site);

    List<String> sites();

    /** @return the site's units that have homes, by building and unit */
    List<Unit> units(String site);

    /**
     * @param q start of a home's code as people say it ({@link HomeCode}), part of a resident's name, or a
     *     resident's phone, whole or its last 4 digits; null or blank for all
     * @param size at most this many, 1 to 100
     * @return homes by code
     */
    List<Home> searchHomes(String q, int size);

    /** @return common places whose code or label contains {@code q}, by code */
    List<Place> searchPlaces(String q, int size);

    /** @return the household's contacts by number; empty where none is registered */
    List<Resident> residentsOf(String home);

    /** @return everybody who is registered at the home, those included who live there no longer */
    default List<Resident> registeredAt(String home) {
        return residentsOf(home);
    }

    /** @return how many contacts each of these homes has registered */
    default Map<String, Integer> householdSizes(Collection<String> homes) {
        return homes.stream().distinct().collect(Collectors.toMap(home -> home, home -> residentsOf(home)
                .size()));
    }
}
