package org.shouwen.estate.internal;

import java.io.Reader;
import org.shouwen.estate.CsvImport;
import org.shouwen.estate.EstateImport;
import org.shouwen.estate.ImportReport;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
class CsvEstateImport implements EstateImport {

    private final HomeTable homeTable;
    private final ResidentTable residentTable;
    private final Sql sql;
    private final TransactionOperations transaction;

    CsvEstateImport(HomeTable homeTable, ResidentTable residentTable, Sql sql, TransactionOperations transaction) {
        this.homeTable = homeTable;
        this.residentTable = residentTable;
        this.sql = sql;
        this.transaction = transaction;
    }

    @Override
    public ImportReport importHomes(Reader csv) {
        CsvImport file = CsvImport.read(csv, HomesFile.COLUMNS);
        return transaction.execute(status -> new HomesFile(file, homeTable).takeOver());
    }

    @Override
    public ImportReport importResidents(Reader csv) {
        CsvImport file = CsvImport.read(csv, ResidentsFile.COLUMNS);
        return transaction.execute(status -> new ResidentsFile(file, homeTable, residentTable).takeOver());
    }

    @Override
    public ImportReport importPlaces(Reader csv) {
        CsvImport file = CsvImport.read(csv, PlacesFile.COLUMNS);
        return transaction.execute(status -> new PlacesFile(file, sql).takeOver());
    }
}
