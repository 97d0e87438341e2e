package org.shouwen.roster.internal;

import java.io.Reader;
import org.shouwen.estate.CsvImport;
import org.shouwen.estate.Estate;
import org.shouwen.estate.ImportReport;
import org.shouwen.roster.RosterImport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
class CsvRosterImport implements RosterImport {

    private final Estate estate;
    private final PostTable postTable;
    private final StaffTable staffTable;
    private final TransactionOperations transaction;

    CsvRosterImport(Estate estate, PostTable postTable, StaffTable staffTable, TransactionOperations transaction) {
        this.estate = estate;
        this.postTable = postTable;
        this.staffTable = staffTable;
        this.transaction = transaction;
    }

    @Override
    public ImportReport importPosts(Reader csv) {
        CsvImport file = CsvImport.read(csv, PostsFile.COLUMNS);
        return transaction.execute(status -> new PostsFile(file, estate, postTable).takeOver());
    }

    @Override
    public ImportReport importStaff(Reader csv) {
        CsvImport file = CsvImport.read(csv, StaffFile.COLUMNS);
        return transaction.execute(status -> new StaffFile(file, postTable, staffTable).takeOver());
    }
}
