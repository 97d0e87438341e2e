package org.shouwen.estate;

import java.util.List;

/**
 * Where the estate is written down. Each use case is one transaction, or part of the caller's; what is registered already
 * is refused, and nothing of the list is registered then.
 */
public interface EstateRegister {

    /** Somebody does not live there any more. */
    record Left(String home, String name, String phone) {}

    void addCommunity(Community community);

    /** Its community must be registered. */
    void addSite(Site site);

    /** Their sites must be registered. */
    void addBuildings(List<Building> buildings);

    /** Their buildings must be registered. */
    void addHomes(List<Home> homes);

    /** Their sites must be registered. */
    void addPlaces(List<Place> places);

    /**
     * Their homes must be registered.
     *
     * @throws org.shouwen.problem.Refusal where a phone number is none
     */
    void addResidents(List<Resident> residents);
}
