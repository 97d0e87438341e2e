package org.shouwen.estate.internal;

import java.util.List;
import org.shouwen.estate.Building;
import org.shouwen.estate.Community;
import org.shouwen.estate.EstateRegister;
import org.shouwen.estate.Home;
import org.shouwen.estate.Phone;
import org.shouwen.estate.Place;
import org.shouwen.estate.Resident;
import org.shouwen.estate.Site;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
record JdbcEstateRegister(Sql sql, HomeTable homeTable, ResidentTable residentTable, TransactionOperations transaction)
        implements EstateRegister {

    @Override
    public void addCommunity(Community community) {
        register("小区", () -> homeTable.insertCommunities(List.of(community)));
    }

    @Override
    public void addSite(Site site) {
        register("服务点", () -> homeTable.insertSites(List.of(site)));
    }

    @Override
    public void addBuildings(List<Building> buildings) {
        register("楼栋", () -> homeTable.insertBuildings(buildings));
    }

    @Override
    public void addHomes(List<Home> homes) {
        register("房屋", () -> homeTable.insertHomes(homes));
    }

    @Override
    public void addPlaces(List<Place> places) {
        register("公共部位", () -> places.forEach(place -> sql.insert("place", JdbcEstate.PLACE.values(place))));
    }

    @Override
    public void addResidents(List<Resident> residents) {
        List<Resident> normalised = residents.stream()
                .map(r -> new Resident(r.home(), r.number(), r.name(), Phone.normalise(r.phone(), "phone"), r.email()))
                .toList();
        register("住户联系人", () -> residentTable.insert(normalised));
    }

    private void register(String what, Runnable insert) {
        try {
            transaction.executeWithoutResult(status -> insert.run());
        } catch (DuplicateKeyException e) {
            throw Refusal.notPossibleNow("already-registered", what + "已经登记过，不能重复登记");
        }
    }
}
