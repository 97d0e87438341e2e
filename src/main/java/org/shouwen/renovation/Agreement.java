package org.shouwen.renovation;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * 装修管理服务协议. Of its nine contents (110号 16) the application has the works and the period, the site's rules the
 * permitted hours, the tables the prohibited acts; the rest is agreed here.
 *
 * @param at when it was signed
 * @param by code of who took the signatures
 * @param waste how waste is cleared away
 * @param facade what holds for the façade and anti-theft windows
 * @param fee of the management service, in yuan
 * @param breach what follows from a breach
 * @param other anything else, or null
 * @param depositReceipt number of the receipt for the deposit; null where the site asks for none
 */
public record Agreement(
        Instant at,
        String by,
        String waste,
        String facade,
        BigDecimal fee,
        String breach,
        String other,
        String depositReceipt) {}
