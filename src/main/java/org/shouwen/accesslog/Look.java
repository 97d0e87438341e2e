package org.shouwen.accesslog;

import java.time.Instant;

/**
 * That somebody had shown what he otherwise reads masked.
 *
 * @param site of the ticket
 * @param staff code of who looked
 * @param fields what was hidden from him until then, as people read it: 姓名、电话、邮箱
 * @param reason in his own words
 */
public record Look(
        long id, String ticket, String site, String staff, Instant at, String fields, Purpose purpose, String reason) {

    /** What for. */
    public enum Purpose {
        CONTACT("需要联系业主"),
        IDENTITY("核对身份"),
        DISPUTE("处理投诉或纠纷"),
        AUTHORITY("有关部门依法查询"),
        OTHER("其他");

        private final String label;

        Purpose(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }
}
