package org.shouwen.roster;

import java.io.Reader;
import java.io.StringReader;
import java.time.Instant;
import org.shouwen.estate.ImportReport;

/**
 * Takes over posts and staff from CSV files, each as a whole or not at all. A row that is known already is updated; its
 * blank optional cells leave what is known.
 *
 * @see org.shouwen.estate.CsvImport
 */
public interface RosterImport {

    /**
     * Header {@code code,site,name,duty,trades} or {@code 岗位,服务点,名称,职责,工种}. The duty is a code or label of
     * {@link Duty}; trades are codes separated by semicolons, for technicians only.
     */
    ImportReport importPosts(Reader csv);

    default ImportReport importPosts(String csv) {
        return importPosts(new StringReader(csv));
    }

    /**
     * Header {@code code,name,phone,email,posts} or {@code 工号,姓名,电话,邮箱,岗位}. Posts are codes separated by semicolons;
     * the person holds exactly these afterwards. Phone, e-mail and posts may be blank.
     */
    ImportReport importStaff(Reader csv);

    default ImportReport importStaff(String csv) {
        return importStaff(new StringReader(csv));
    }

    /**
     * Header {@code site,staff,from,to,order} or {@code 服务点,工号,开始,结束,次序}, and {@code days} or {@code 日期类型} where
     * shifts are not of every day: a code or label of {@link ShiftDays}. The on-call plan of every site that the file names
     * is replaced; updated counts the shifts that went. A shift that ends before it begins ends on the next day.
     */
    ImportReport importShifts(Reader csv);

    default ImportReport importShifts(String csv) {
        return importShifts(new StringReader(csv));
    }

    /**
     * Header {@code post,staff,substitute,turn} or {@code 岗位,工号,替代人,次序}. The pairs of every post that the file names
     * are replaced; updated counts those that went.
     */
    ImportReport importStandIns(Reader csv);

    default ImportReport importStandIns(String csv) {
        return importStandIns(new StringReader(csv));
    }

    /**
     * Header {@code site,building,unit,staff} or {@code 服务点,楼栋,单元,工号}; a blank unit is the whole building. Those of every
     * site that the file names are replaced; updated counts those that went.
     *
     * @param by code of whoever imports
     */
    ImportReport importHousekeepers(Reader csv, String by, Instant at);
}
