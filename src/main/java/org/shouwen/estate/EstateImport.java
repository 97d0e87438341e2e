package org.shouwen.estate;

import java.io.Reader;
import java.io.StringReader;

/**
 * Takes over homes and residents from CSV files (UTF-8, comma, header in English or Chinese, columns in any order). A file
 * is taken over as a whole or not at all. A row that is registered already is updated; its blank optional cells leave what
 * is known.
 *
 * @see CsvImport
 */
public interface EstateImport {

    /**
     * Header {@code community,site,building,unit,home,label,handover} or {@code 小区,服务点,楼栋,单元,房号,地址,交房日期}.
     * A home that is registered elsewhere is shown, and moved with consent only. Communities, sites and buildings are a code or {@code code:名称}; unknown ones are registered on the way. Unit and
     * handover may be blank.
     */
    ImportReport importHomes(Reader csv, Consent consent);

    default ImportReport importHomes(String csv) {
        return importHomes(new StringReader(csv), Consent.NONE);
    }

    /**
     * Header {@code home,number,name,phone,email} or {@code 房号,序号,姓名,电话,邮箱}, and {@code movedin,movedout} or
     * {@code 入住,迁出} where residence begins or ends. Another name or phone number under a registered number is another
     * person: shown, taken with consent only, and nothing of the former one stays. A blank number means the contact of that
     * name and phone where the household has one, else the next number. E-mail may be blank.
     */
    ImportReport importResidents(Reader csv, Consent consent);

    default ImportReport importResidents(String csv) {
        return importResidents(new StringReader(csv), Consent.NONE);
    }

    /**
     * Header {@code code,type,site,label,handover} or {@code 编号,类型,服务点,名称,交付日期}. The type is a code or its label
     * (LIFT, 电梯); the site must be registered. Handover may be blank.
     */
    ImportReport importPlaces(Reader csv);

    default ImportReport importPlaces(String csv) {
        return importPlaces(new StringReader(csv));
    }
}
