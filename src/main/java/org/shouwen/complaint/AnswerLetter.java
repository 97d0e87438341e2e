package org.shouwen.complaint;

import java.util.ArrayList;
import java.util.List;
import org.shouwen.estate.Estate;
import org.shouwen.paper.Paper;
import org.shouwen.paper.PaperPress;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** The written answer to a complaint (书面答复), as a numbered letter. */
@Component
record AnswerLetter(PaperPress press, Estate estate, Roster roster, Moments moments) {

    byte[] print(Ticket ticket, Complaint complaint, Answer answer, List<Measure.Promised> measures) {
        return press.pdf(letter(ticket, complaint, answer, measures));
    }

    Paper letter(Ticket ticket, Complaint complaint, Answer answer, List<Measure.Promised> measures) {
        Facts facts = ticket.facts();
        List<Paper.Part> parts = new ArrayList<>();
        parts.add(new Paper.Line(facts.intake().reporter().name() + "："));
        parts.add(new Paper.Text("您好！您于%s反映的“%s”（%s）一事，受理编号 %s%s，我们已经调查核实，现书面答复如下。"
                .formatted(
                        moments.day(facts.openedAt()),
                        facts.categoryLabel(),
                        facts.location(),
                        ticket.number(),
                        complaint.hotline() == null ? "" : "，来件编号 " + complaint.hotline())));
        parts.add(new Paper.Heading("一、您反映的问题"));
        parts.add(new Paper.Quotation(facts.intake().description()));
        if (complaint.wish() != null) {
            parts.add(new Paper.Text("您的诉求：" + complaint.wish()));
        }
        parts.add(new Paper.Heading("二、调查结果和处理意见"));
        parts.add(new Paper.Text(answer.text()));
        if (!measures.isEmpty()) {
            parts.add(new Paper.Heading("三、整改措施"));
            for (int i = 0; i < measures.size(); i++) {
                Measure.Promised measure = measures.get(i);
                parts.add(new Paper.Text("%d. %s。由%s负责，%s前落实。"
                        .formatted(
                                i + 1,
                                withoutStop(measure.what()),
                                roster.nameOf(measure.staff()),
                                moments.day(measure.dueAt()))));
            }
        }
        parts.add(new Paper.Heading((measures.isEmpty() ? "三" : "四") + "、您的权利"));
        parts.add(new Paper.Text(
                "您对本答复有异议的，可以向首问责任人%s提出，我们将进行调解；回访时您仍不满意的，我们将上报上一级负责人重新办理。".formatted(person(ticket.firstResponder()))
                        + "您也可以向物业所在地的县级以上地方人民政府房地产行政主管部门投诉（《物业管理条例》第四十八条）。"));
        parts.add(new Paper.Signature(List.of(estate.siteName(facts.site()), moments.day(answer.at()))));
        return new Paper("投诉答复函", answer.letterNumber(), parts);
    }

    private static String withoutStop(String sentence) {
        return sentence.replaceFirst("[。；，;,.]+$", "");
    }

    private String person(String code) {
        return roster.nameOf(code)
                + roster.staff(code)
                        .map(Staff::phone)
                        .map(phone -> "（电话 " + phone + "）")
                        .orElse("");
    }
}
