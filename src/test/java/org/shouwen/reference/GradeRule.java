package org.shouwen.reference;

import java.util.List;
import java.util.Map;

/** D14 (rules 4.13): how grave a complaint is and who owns it. A hotline lifts the owner to the supervisor, never down. */
final class GradeRule implements Rule {

    @Override
    public String table() {
        return "complaintGrade";
    }

    @Override
    public Map<String, List<Object>> inputs() {
        return Values.of(
                "injury", Values.FLAG,
                "media", Values.FLAG,
                "households", Values.numbers(1, 12),
                "repeats", Values.numbers(0, 5),
                "misconductEvidence", Values.FLAG,
                "betweenDepartments", Values.FLAG,
                "securityMatter", Values.FLAG,
                "lossClaimed", Values.FLAG,
                "hotline", Values.FLAG);
    }

    @Override
    public Map<String, Wanted> answer(Case asked) {
        // repeats are the complaints before this one: two of them make the third
        if (asked.yes("injury")
                || asked.yes("media")
                || asked.number("households") >= 5
                || asked.number("repeats") >= 2
                || asked.yes("misconductEvidence")) {
            return grade("MAJOR", "MANAGER");
        }
        if (asked.number("repeats") == 1
                || asked.yes("betweenDepartments")
                || asked.yes("securityMatter")
                || asked.yes("lossClaimed")) {
            return grade("IMPORTANT", "SUPERVISOR");
        }
        return grade("ORDINARY", asked.yes("hotline") ? "SUPERVISOR" : "FIRST_RESPONDER");
    }

    private static Map<String, Wanted> grade(String grade, String owner) {
        return Map.of(
                "grade", Wanted.is(grade),
                "owner", Wanted.is(owner),
                "why", Wanted.something(),
                "basis", Wanted.something());
    }
}
