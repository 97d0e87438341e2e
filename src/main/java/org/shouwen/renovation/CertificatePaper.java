package org.shouwen.renovation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.citypack.WorkHours;
import org.shouwen.credential.Credentials;
import org.shouwen.estate.Estate;
import org.shouwen.estate.PersonName;
import org.shouwen.paper.Paper;
import org.shouwen.paper.TicketPaper;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/**
 * The registration certificate (装修施工登记证) on paper. It hangs on the door, where everybody reads it: surnames only, no
 * phone.
 */
@Component
record CertificatePaper(
        Renovations renovations,
        Credentials credentials,
        Estate estate,
        WorkHours hours,
        CertificateHours printed,
        Moments moments)
        implements TicketPaper {

    private static final int CODE_SIDE = 42;

    /** 住宅室内装饰装修管理办法 (建设部令第110号) 5, in its own order. */
    private static final String FORBIDDEN =
            "变动建筑主体和承重结构；将没有防水要求的房间或者阳台改为卫生间、厨房间；扩大承重墙上原有的门窗尺寸，拆除连接阳台的砖、混凝土墙体；损坏房屋原有节能设施，降低节能效果；其他影响建筑结构和使用安全的行为";

    @Override
    public String path() {
        return "certificate";
    }

    @Override
    public boolean isForResident() {
        return true;
    }

    @Override
    public Sheet draw(Ticket ticket, String which, Optional<Caller> reader) {
        Renovation renovation = renovations.get(ticket.number());
        Certificate certificate = renovation
                .certificate()
                .orElseThrow(() -> Refusal.notFound("certificate-not-found", "工单 " + ticket.number() + " 还没有发装修施工登记证"));
        if (certificate.revokedAt().isPresent()) {
            throw Refusal.notPossibleNow("certificate-revoked", "装修施工登记证 " + certificate.number() + " 已经作废，不能再打印");
        }
        Credentials.Reference reference = new Credentials.Reference(CertificateProof.KIND, certificate.number(), 1);
        return new Sheet(reference, paper(ticket, renovation.application(), certificate, reference));
    }

    private Paper paper(
            Ticket ticket, Application application, Certificate certificate, Credentials.Reference reference) {
        List<Paper.Part> parts = new ArrayList<>();
        List<Paper.Field> fields = new ArrayList<>(List.of(
                new Paper.Field("房屋", ticket.facts().location()),
                new Paper.Field(
                        "申报人",
                        PersonName.masked(ticket.facts().intake().reporter().name()) + "（"
                                + application.scheme().applicant().label() + "）"),
                new Paper.Field("工单", ticket.number()),
                new Paper.Field(
                        "施工单位", application.contractor().map(Contractor::firm).orElse("业主自行施工")),
                new Paper.Field(
                        "现场负责人",
                        application
                                .contractor()
                                .map(Contractor::person)
                                .map(PersonName::masked)
                                .orElse("—")),
                new Paper.Field("施工内容", acts(application)),
                new Paper.Field("施工期限", Moments.day(certificate.from()) + "至" + Moments.day(certificate.until())),
                new Paper.Field("允许施工时间", hours.wordingOf(certificate.site(), certificate.from(), certificate.until())),
                new Paper.Field("时间的依据", hours.basisOf(certificate.site()))));
        printed.changedSince(ticket.number())
                .ifPresent(since -> fields.add(new Paper.Field("换证", "允许施工时间自" + since + "起有变，以前打印的请换下")));
        parts.add(new Paper.Fields(fields));
        parts.add(new Paper.Picture(
                credentials.code(reference),
                CODE_SIDE,
                "扫码核验：现在是否有效、现在能不能施工。\n本证证明这户的装修已经向物业申报登记；它不是行政许可，法律禁止的行为不因本证而允许。"));
        parts.add(new Paper.Heading("施工须知"));
        parts.add(new Paper.Text("一、本证张贴在户门外侧，施工期间不得取下、遮挡；施工人员凭出入证进出。"));
        parts.add(new Paper.Text("二、禁止的行为（《住宅室内装饰装修管理办法》第五条）：" + FORBIDDEN + "。"));
        parts.add(new Paper.Text("三、超出登记内容施工，须先重新申报；物业每次巡查须能进入现场，现场配备灭火器，装修垃圾袋装，堆放到指定地点。"));
        parts.add(
                new Paper.Signature(List.of(estate.siteName(certificate.site()), moments.day(certificate.issuedAt()))));
        return new Paper("装修施工登记证", certificate.number(), parts);
    }

    private static String acts(Application application) {
        return application.scheme().acts().stream()
                .sorted()
                .map(act -> act == Act.OTHER ? application.otherAct() : act.label())
                .collect(Collectors.joining("；"));
    }
}
