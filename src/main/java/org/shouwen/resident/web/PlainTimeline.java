package org.shouwen.resident.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwen.notification.Notice;
import org.shouwen.ticket.TimelineEntry;

/**
 * The history as a resident reads it: what happened, in our words. What staff wrote to each other stays with them, and an
 * event that is not on this list is theirs.
 */
final class PlainTimeline {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("registered", "我们已受理"),
            Map.entry("requirements-listed", "需要您准备的事项已一次告知"),
            Map.entry("dispatched", "已安排办理人员"),
            Map.entry("grabbed", "办理人员已接手"),
            Map.entry("accepted", "办理人员已接单"),
            Map.entry("settled", "已确定办理人员"),
            Map.entry("assigned", "已确定承办人"),
            Map.entry("reassigned", "换了一位办理人员"),
            Map.entry("transferred", "转给对口的岗位办理，答应您的时间不变"),
            Map.entry("contacted", "我们与您联系过"),
            Map.entry("looked-into", "负责人亲自过问"),
            Map.entry("arrived", "工作人员到场查看"),
            Map.entry("revisited", "工作人员再次到场"),
            Map.entry("quoted", "已向您报价"),
            Map.entry("unfinished", "这次没有修好，继续处理"),
            Map.entry("reported", "已修好，等您验收"),
            Map.entry("work-accepted", "验收合格"),
            Map.entry("rework", "验收不合格，返工"),
            Map.entry("declined", "您不做这次维修，已结束"),
            Map.entry("answered", "已答复您"),
            Map.entry("mediated", "已组织调解"),
            Map.entry("concluded", "已办完"),
            Map.entry("following", "同一件事还有别家反映，一并办理"),
            Map.entry("proceeding", "您家的情况单独办理"),
            Map.entry("visited", "我们回访过您"),
            Map.entry("visit-attempted", "回访没有联系上您"),
            Map.entry("rated", "收到您的评价"),
            Map.entry("closed", "已办结"),
            Map.entry("reopened", "您不满意，重新办理"),
            Map.entry("paused", "需要等待，计时暂停"),
            Map.entry("resumed", "恢复计时"),
            Map.entry("promised", "给了您新的时间"),
            Map.entry("recomputed", "节假日安排有变，时间重新计算"),
            Map.entry("rescheduled", "改约了上门时间"),
            Map.entry("corrected", "更正了登记的内容"),
            Map.entry("notice-received", "一次性告知书已送到"),
            Map.entry("requirements-supplied", "收到补交的材料"),
            Map.entry("requirement-added", "主管写明理由，另要一项材料"),
            Map.entry("requirement-reopened", "有一项材料须重新提交"),
            Map.entry("papers-not-accepted", "网页上补交的材料有不合要求的，须重新提交"),
            Map.entry("act-taken-out", "装修方案去掉了一项"),
            Map.entry("cautions-received", "禁止行为和注意事项已签收"),
            Map.entry("agreement-signed", "已签装修管理服务协议"),
            Map.entry("certificate-issued", "已发装修施工登记证"),
            Map.entry("certificate-revoked", "登记证已注销"),
            Map.entry("rectification-issued", "现场有违规，已发整改通知书"),
            Map.entry("violation-restored", "违规已整改"),
            Map.entry("completion-reported", "已报完工，等物业验收"),
            Map.entry("completion-inspected", "物业做了完工验收"),
            Map.entry("deposit-returned", "装修保证金已退还"),
            Map.entry("file-closed", "装修资料齐全，已归档"),
            Map.entry("converted", "转为另一类事项继续办理"),
            Map.entry("withdrawn", "已按您的要求撤回"));

    /** What he did himself, on his page or through somebody at the desk. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("urged", "您催办了一次"),
            Map.entry("withdrawn", "您撤回了"),
            Map.entry("notice-received", "您确认收到一次性告知书"),
            Map.entry("paper-by-link", "您补交了一项材料"),
            Map.entry("act-taken-out", "您从装修方案中去掉了一项"),
            Map.entry("completion-reported", "您报了完工"),
            Map.entry("cautions-received", "您签收了禁止行为和注意事项"),
            Map.entry("attached", "您上传了照片或文件"));

    private PlainTimeline() {}

    /** A line, newest first. */
    record Line(String at, String text) {}

    /** @param moment how it says a moment */
    static List<Line> of(List<TimelineEntry> timeline, Function<Instant, String> moment) {
        Set<Instant> papers = timeline.stream()
                .filter(entry -> entry.event().equals("paper-by-link"))
                .map(TimelineEntry::at)
                .collect(Collectors.toSet());
        List<Line> lines = new ArrayList<>();
        for (TimelineEntry entry : timeline) {
            // The files of a paper are no news beside the paper
            boolean said = entry.event().equals("attached") && papers.contains(entry.at());
            String words = words(entry);
            if (words != null && !said) {
                lines.add(0, new Line(moment.apply(entry.at()), words));
            }
        }
        return lines;
    }

    /** @return null: nothing for residents */
    private static String words(TimelineEntry entry) {
        boolean own = entry.actor().equals(Notice.RESIDENT) || entry.event().equals("urged");
        return own && OWN.containsKey(entry.event()) ? OWN.get(entry.event()) : WORDS.get(entry.event());
    }
}
