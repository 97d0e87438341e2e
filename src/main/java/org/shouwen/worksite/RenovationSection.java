package org.shouwen.worksite;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.renovation.CautionReceipt;
import org.shouwen.renovation.Dossiers;
import org.shouwen.renovation.Renovation;
import org.shouwen.renovation.Renovations;
import org.springframework.stereotype.Component;

/** What was handed in, signed and certified before work began, and what the one-time notice asks for at the end. */
@Component
record RenovationSection(Renovations renovations, Dossiers dossiers, OneTimeNotices notices) implements FileSection {

    @Override
    public List<String> missing(String ticket) {
        Renovation renovation = renovations.get(ticket);
        List<String> missing = new ArrayList<>();
        if (renovation.certificate().isEmpty()) {
            missing.add("没有装修施工登记证");
        }
        if (dossiers.agreement(ticket).isEmpty()) {
            missing.add("没有签订装修管理服务协议");
        }
        Set<CautionReceipt.Party> received =
                dossiers.receipts(ticket).stream().map(CautionReceipt::party).collect(Collectors.toSet());
        parties(renovation).stream()
                .filter(party -> !received.contains(party))
                .forEach(party -> missing.add(party.label() + "没有签收禁止行为和注意事项"));
        notices.of(ticket).ifPresent(notice -> notice.open()
                .forEach(told -> missing.add("一次性告知书 %s 第 %d 项没有收到：%s"
                        .formatted(notice.number(), told.position(), told.item().text()))));
        return missing;
    }

    private static Set<CautionReceipt.Party> parties(Renovation renovation) {
        return renovation.application().contractor().isPresent()
                ? EnumSet.allOf(CautionReceipt.Party.class)
                : EnumSet.of(CautionReceipt.Party.OWNER);
    }
}
