package org.shouwen.roster.internal;

import java.io.Reader;
import java.time.Instant;
import java.util.function.Supplier;
import org.shouwen.estate.CsvImport;
import org.shouwen.estate.Estate;
import org.shouwen.estate.ImportReport;
import org.shouwen.roster.Housekeepers;
import org.shouwen.roster.Postings;
import org.shouwen.roster.Roster;
import org.shouwen.roster.RosterImport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
record CsvRosterImport(
        Estate estate,
        Roster roster,
        PostTable postTable,
        StaffTable staffTable,
        StandInTable standInTable,
        ShiftTable shiftTable,
        Postings postings,
        Housekeepers housekeepers,
        TransactionOperations transaction)
        implements RosterImport {

    @Override
    public ImportReport importPosts(Reader csv) {
        CsvImport file = CsvImport.read(csv, PostsFile.COLUMNS);
        return transaction.execute(status -> new PostsFile(file, estate, postTable).takeOver());
    }

    @Override
    public ImportReport importStaff(Reader csv) {
        CsvImport file = CsvImport.read(csv, StaffFile.COLUMNS);
        return transaction.execute(status -> new StaffFile(file, postTable, staffTable, postings).takeOver());
    }

    @Override
    public ImportReport importShifts(Reader csv) {
        CsvImport file = CsvImport.read(csv, ShiftsFile.COLUMNS);
        return transaction.execute(status -> new ShiftsFile(file, estate, roster, shiftTable).takeOver());
    }

    @Override
    public ImportReport importStandIns(Reader csv) {
        CsvImport file = CsvImport.read(csv, StandInsFile.COLUMNS);
        return wholly(new StandInsFile(file, roster, standInTable)::takeOver);
    }

    @Override
    public ImportReport importHousekeepers(Reader csv, String by, Instant at) {
        CsvImport file = CsvImport.read(csv, HousekeepersFile.COLUMNS);
        return wholly(new HousekeepersFile(file, estate, roster, housekeepers, by, at)::takeOver);
    }

    private ImportReport wholly(Supplier<ImportReport> takeOver) {
        return transaction.execute(status -> {
            ImportReport report = takeOver.get();
            if (!report.errors().isEmpty()) {
                status.setRollbackOnly();
            }
            return report;
        });
    }
}
