package org.shouwen.rulebook;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwen.calendar.DayKind;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.citypack.City;
import org.shouwen.citypack.EstateLevel;
import org.shouwen.citypack.Gravity;
import org.shouwen.complaint.Grade;
import org.shouwen.complaint.Owner;
import org.shouwen.goodsrelease.GoodsRelease;
import org.shouwen.renovation.Act;
import org.shouwen.renovation.ActRuling;
import org.shouwen.renovation.RenovationLimits;
import org.shouwen.renovation.Requirement;
import org.shouwen.renovation.Scheme;
import org.shouwen.repair.Responsibility;
import org.shouwen.returnvisit.Satisfaction;
import org.shouwen.returnvisit.VisitMethod;
import org.shouwen.returnvisit.Visitor;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Hazard;
import org.shouwen.ticket.Kinds;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.Trade;
import org.shouwen.ticket.WarrantyItem;
import org.shouwen.timelimit.Ladder;
import org.shouwen.workflow.ColumnWords;
import org.shouwen.worksite.Handling;
import org.shouwen.worksite.Phase;
import org.shouwen.worksite.Violation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What codes in the tables are called, by the column's name: the words that people read everywhere else, and no others. */
@Component
public class Codes implements ColumnWords {

    private static final String KIND = "kind";

    /** A column of codes has the same ones in every table. */
    private static final Map<String, Map<String, String>> WORDS = Map.ofEntries(
            Map.entry("priority", words(Priority.class, Priority::label)),
            Map.entry("area", words(Area.class, Area::label)),
            Map.entry("danger", words(Danger.class, Danger::label)),
            Map.entry("scope", words(Scope.class, Scope::label)),
            Map.entry("trade", words(Trade.class, Trade::label)),
            Map.entry("hazard", words(Hazard.class, Hazard::label)),
            Map.entry("warrantyItem", words(WarrantyItem.class, WarrantyItem::label)),
            Map.entry("responsible", words(Responsibility.Party.class, Responsibility.Party::label)),
            Map.entry("cause", words(Responsibility.Cause.class, Responsibility.Cause::label)),
            Map.entry("visitor", words(Visitor.class, Visitor::label)),
            Map.entry("method", words(VisitMethod.class, VisitMethod::label)),
            Map.entry("rated", rated()),
            Map.entry("addressee", words(Ladder.Addressee.class, Ladder.Addressee::label)),
            Map.entry("quiet", words(Ladder.Quiet.class, Ladder.Quiet::label)),
            Map.entry("requester", words(GoodsRelease.Applicant.class, GoodsRelease.Applicant::label)),
            Map.entry("proof", words(GoodsRelease.Proof.class, GoodsRelease.Proof::label)),
            Map.entry("release", words(GoodsRelease.Ruling.class, GoodsRelease.Ruling::label)),
            Map.entry("grade", words(Grade.class, Grade::label)),
            Map.entry("owner", words(Owner.class, Owner::label)),
            Map.entry("city", words(City.class, City::label)),
            Map.entry("dayKind", words(DayKind.class, DayKind::label)),
            Map.entry("gravity", words(Gravity.class, Gravity::label)),
            Map.entry("act", words(Act.class, Act::label)),
            Map.entry("ruling", words(ActRuling.Result.class, ActRuling.Result::label)),
            Map.entry("applicant", words(Scheme.Applicant.class, Scheme.Applicant::label)),
            Map.entry("use", words(Scheme.Use.class, Scheme.Use::label)),
            Map.entry("neededBy", words(Requirement.Stage.class, Requirement.Stage::label)),
            Map.entry("step", words(RenovationLimits.Step.class, RenovationLimits.Step::label)),
            Map.entry("violation", words(Violation.Kind.class, Violation.Kind::label)),
            Map.entry("gate", words(Handling.Gate.class, Handling.Gate::label)),
            Map.entry("phase", words(Phase.class, Phase::label)),
            Map.entry("level", words(EstateLevel.class, EstateLevel::label)));

    private static final Map<String, String> UNITS = words(WorkUnit.class, WorkUnit::label);

    private final Map<String, String> kinds;

    @Autowired
    Codes(Kinds kinds) {
        this(kinds.all().stream().collect(Collectors.toMap(TicketKind::code, TicketKind::label)));
    }

    /** @param kinds words by code */
    Codes(Map<String, String> kinds) {
        this.kinds = kinds;
    }

    /** @return the codes with their words, in order; none for a free text, and for kinds, which the features bring */
    public static Map<String, String> of(String column) {
        return column.endsWith(Sheet.UNIT) ? UNITS : WORDS.getOrDefault(column, Map.of());
    }

    /** @return what people read; a code that the column does not have as it is written */
    @Override
    public String word(String column, String code) {
        return (column.equals(KIND) ? kinds : of(column)).getOrDefault(code, code);
    }

    private static Map<String, String> rated() {
        Map<String, String> said = new LinkedHashMap<>(Map.of("NONE", "没有评价"));
        said.putAll(words(Satisfaction.class, Satisfaction::label));
        return said;
    }

    private static <E extends Enum<E>> Map<String, String> words(Class<E> codes, Function<E, String> label) {
        Map<String, String> words = new LinkedHashMap<>();
        for (E code : EnumSet.allOf(codes)) {
            words.put(code.name(), label.apply(code));
        }
        return words;
    }
}
