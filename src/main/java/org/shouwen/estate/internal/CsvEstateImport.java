package org.shouwen.estate.internal;

import java.io.Reader;
import org.shouwen.estate.Consent;
import org.shouwen.estate.CsvImport;
import org.shouwen.estate.Estate;
import org.shouwen.estate.EstateImport;
import org.shouwen.estate.ImportReport;
import org.shouwen.rows.Sql;
import org.shouwen.wording.Moments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
record CsvEstateImport(
        Estate estate,
        HomeTable homeTable,
        ResidentTable residentTable,
        Sql sql,
        TransactionOperations transaction,
        Moments moments,
        ApplicationEventPublisher events)
        implements EstateImport {

    @Override
    public ImportReport importHomes(Reader csv, Consent consent) {
        CsvImport file = CsvImport.read(csv, HomesFile.COLUMNS);
        return transaction.execute(status -> new HomesFile(file, homeTable, moments.today()).takeOver(consent));
    }

    @Override
    public ImportReport importResidents(Reader csv, Consent consent) {
        CsvImport file = CsvImport.read(csv, ResidentsFile.COLUMNS);
        return transaction.execute(status ->
                new ResidentsFile(file, estate, homeTable, residentTable, moments.today()).takeOver(consent, events));
    }

    @Override
    public ImportReport importPlaces(Reader csv) {
        CsvImport file = CsvImport.read(csv, PlacesFile.COLUMNS);
        return transaction.execute(status -> new PlacesFile(file, sql, moments.today()).takeOver());
    }
}
