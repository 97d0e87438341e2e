package org.shouwen.repair;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.estate.Estate;
import org.shouwen.incident.AnnouncementDesk;
import org.shouwen.incident.Followers;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.ActingStaff;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.timelimit.TimeLimitDesk;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 重大维修 (duties B19): a common part's major repair is approved before the work begins, and whoever reported it is told what
 * is done, until when, and how it stands.
 */
@Component
public class MajorRepairDesk {

    private static final String WHOLE_SITE = "全小区";
    private static final Pattern AND = Pattern.compile("[、,;]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]");

    private final Tickets tickets;
    private final Repairs repairs;
    private final Estate estate;
    private final ActingStaff staff;
    private final Roster roster;
    private final TimeLimitDesk clocks;
    private final Moments moments;
    private final RepairExecution execution;
    private final Telling telling;

    /** How those whom it concerns are told: by one text where several reported the same. */
    @Component
    record Telling(Followers followers, AnnouncementDesk announcements, Notices notices) {}

    MajorRepairDesk(
            Tickets tickets,
            Repairs repairs,
            Estate estate,
            ActingStaff staff,
            Roster roster,
            TimeLimitDesk clocks,
            Moments moments,
            RepairExecution execution,
            Telling telling) {
        this.tickets = tickets;
        this.repairs = repairs;
        this.estate = estate;
        this.staff = staff;
        this.roster = roster;
        this.clocks = clocks;
        this.moments = moments;
        this.execution = execution;
        this.telling = telling;
    }

    /**
     * Whoever is on site finds that it takes a major repair.
     *
     * @param madeSafe whether what is dangerous was made safe already; an emergency never waits for an approval
     * @throws Refusal where it is no common part, or an emergency that was not made safe
     */
    @Transactional
    public void find(String number, boolean madeSafe) {
        Ticket ticket = tickets.get(number);
        mustBePublic(ticket, "result", "业主家里的维修请先报价");
        if (ticket.facts().priority().compareTo(Priority.P1) <= 0 && !madeSafe) {
            throw Refusal.invalid("not-made-safe", "madeSafe", "特急和紧急的险情不等审批：先关阀、断电、围挡或者抢修，排除危险后再报批");
        }
    }

    /**
     * Proposes to the manager how it is repaired.
     *
     * @param proposal whom it affects as people write it: 全小区, 1 号楼, 1 号楼 2 单元
     * @throws Refusal where it costs nothing, its finish is over, no such building or unit exists, or nobody could decide
     */
    @Transactional
    public void propose(String number, MajorRepair proposal) {
        Ticket ticket = tickets.get(number);
        mustBePublic(ticket, "course", "工单已更正为业主家里的维修，请改按一般维修办理");
        if (proposal.budget().signum() == 0) {
            throw Refusal.invalid("budget-missing", "budget", "预算须大于 0 元");
        }
        if (!proposal.expected().isAfter(proposal.proposedAt())) {
            throw Refusal.invalid("expected-past", "expected", "预计完工时间须在现在之后");
        }
        MajorRepair kept = proposal.affecting(affected(ticket.facts().site(), proposal.affected()));
        decider(ticket, kept.proposedBy(), kept.proposedAt()).orElseThrow(MajorRepairDesk::nobodyDecides);
        repairs.propose(number, kept);
        tickets.note(number, RepairEvent.MAJOR_PROPOSED, "报请审批；" + words(kept), kept.proposedBy(), kept.proposedAt());
    }

    private static void mustBePublic(Ticket ticket, String field, String instead) {
        if (ticket.facts().area() != Area.PUBLIC) {
            throw Refusal.invalid("major-private", field, "重大维修只用于公共部位；" + instead);
        }
    }

    /** @return as the estate calls them; several are written one after another */
    private String affected(String site, String written) {
        return Stream.of(AND.split(Typed.narrow(written), -1))
                .map(place -> place(site, place))
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private String place(String site, String written) {
        String said = BLANKS.matcher(written).replaceAll("").replaceAll("[栋幢](?!号)", "号楼");
        return Stream.concat(
                        Stream.of(WHOLE_SITE),
                        estate.units(site).stream().flatMap(unit -> Stream.of(unit.name(), unit.label())))
                .filter(place -> BLANKS.matcher(place).replaceAll("").equals(said))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "affected-unknown", "affected", "本服务中心没有“" + written + "”，请写全小区、楼号或者单元号，例如：1号楼2单元；几处用顿号隔开"));
    }

    /** It is repaired as any other after all. */
    @Transactional
    public void drop(String number, String by, Instant at) {
        tickets.note(number, RepairEvent.MAJOR_DROPPED, "不用大修，按一般维修办理", by, at);
    }

    /** @return code of who decides: the manager or who stands in for him, else who is above; never who proposed it or is away */
    public String decider(String number, Instant at) {
        MajorRepair proposal = repairs.major(number).orElseThrow();
        return decider(tickets.get(number), proposal.proposedBy(), at).orElseThrow(MajorRepairDesk::nobodyDecides);
    }

    private Optional<String> decider(Ticket ticket, String proposedBy, Instant at) {
        return Stream.of(Duty.MANAGER, Duty.DIRECTOR)
                .flatMap(duty -> staff.acting(ticket, duty, at))
                .map(Staff::code)
                .filter(code -> !code.equals(proposedBy) && !roster.isAbsent(code, at))
                .findFirst();
    }

    private static Refusal nobodyDecides() {
        return Refusal.notPossibleNow("nobody-decides", "没有别的项目经理或公司值班领导可以审批，请先在岗位表中安排");
    }

    /**
     * Approves it, and promises the finish anew, or returns it.
     *
     * @param reason why it is returned; null where it is approved
     * @throws Refusal where whoever proposed it decides himself, or the finish would be in the past
     */
    @Transactional
    public void decide(String number, boolean approved, String reason, String by, Instant at) {
        MajorRepair proposal = repairs.major(number).orElseThrow();
        if (proposal.proposedBy().equals(by)) {
            throw Refusal.notAllowed("own-proposal", "方案是您自己提出的，须由别人审批");
        }
        if (approved) {
            mustBePublic(tickets.get(number), "decision", "工单已更正为业主家里的维修，请退回");
        }
        if (approved && !proposal.expected().isAfter(at)) {
            throw Refusal.invalid("expected-past", "decision", "方案里的预计完工时间已过，请退回，由维修工写新的时间");
        }
        repairs.decide(number, approved, reason, by, at);
        if (approved) {
            clocks.promise(number, ClockKind.FINISH, proposal.expected(), "重大维修已批准", by, at);
            tickets.note(number, RepairEvent.MAJOR_APPROVED, "同意动工；" + told(proposal), by, at);
            execution.majorBegun(number);
        } else {
            tickets.note(number, RepairEvent.MAJOR_RETURNED, "退回方案：" + reason, by, at);
        }
    }

    /** How the work stands, as whoever is concerned will read it. */
    @Transactional
    public void report(String number, String progress, String by, Instant at) {
        tickets.note(number, RepairEvent.MAJOR_PROGRESS, progress, by, at);
    }

    /**
     * Tells whoever reported it, and all who reported the same, the plan that was approved.
     *
     * @param occasion once for it
     */
    @Transactional
    public void announcePlan(String number, String occasion, String by, Instant at) {
        announce(number, RepairEvent.MAJOR_APPROVED, "major-approved.to-resident", occasion, by, at);
    }

    /**
     * Tells them how it stands, as it was written last.
     *
     * @param occasion once for it
     */
    @Transactional
    public void announceProgress(String number, String occasion, String by, Instant at) {
        announce(number, RepairEvent.MAJOR_PROGRESS, "major-progress.to-resident", occasion, by, at);
    }

    private void announce(String number, RepairEvent event, String template, String occasion, String by, Instant at) {
        if (telling.followers().waiting(number, 1).isEmpty()) {
            telling.notices().tellResident(tickets.get(number), new Notices.Message(template, occasion, at));
            return;
        }
        String last = tickets.timeline(number).stream()
                .filter(line -> line.what().equals(event.declared()))
                .reduce((earlier, later) -> later)
                .map(TimelineEntry::text)
                .orElseThrow();
        telling.announcements().announce(number, "重大维修：" + last, by, at);
    }

    private String told(MajorRepair proposal) {
        return "维修方案：%s；影响范围：%s；预计 %s 完工"
                .formatted(proposal.plan(), proposal.affected(), moments.text(proposal.expected()));
    }

    private String words(MajorRepair proposal) {
        return "%s；预算 %s 元，%s"
                .formatted(told(proposal), proposal.yuan(), proposal.funding().label());
    }
}
