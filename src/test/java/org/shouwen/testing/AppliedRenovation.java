package org.shouwen.testing;

import org.shouwen.renovation.Contractor;
import org.shouwen.renovation.RegistrationDesk;

/**
 * An application for a renovation, and what the house does with it over the API. Two papers were not handed in and one act
 * is forbidden; what the applicant does himself is left to the test.
 */
public final class AppliedRenovation {

    private final Api desk;
    private final Api lead;
    private final Api supervisor;
    private final Runnable jobs;
    private final String number;

    /** @param jobs runs the flows' jobs that are due */
    public AppliedRenovation(String home, Api desk, Api lead, Api supervisor, Runnable jobs) {
        this.desk = desk;
        this.lead = lead;
        this.supervisor = supervisor;
        this.jobs = jobs;
        Api.Answer answer = desk.post("/api/tickets", """
                {"kind": "RENOVATION", "category": "RENOVATION_HOME", "home": "%s",
                 "reporter": {"name": "张三", "phone": "13812345678"}, "description": "厨房、卫生间重新装修",
                 "details": {"applicant": "OWNER", "wetRoom": "true", "waterproofing": "true", "ordinary": "true",
                             "firm": "泉城装饰", "qualification": "D237-1188",
                             "from": "2026-12-07", "until": "2027-01-31"}}
                """.formatted(home));
        mustBe(201, answer);
        number = answer.text("number");
        jobs.run();
        step(desk, "checkPapers", "{\"papers\": [\"OWNERSHIP\", \"IDENTITY\", \"PLAN\"], \"identity\": \"123X\"}");
    }

    public String number() {
        return number;
    }

    /** The desk has looked at what came by link, and takes these. */
    public void accept(String... papers) {
        step(desk, "acceptPapers", "{\"papers\": [\"" + String.join("\", \"", papers) + "\"], \"why\": \"看不清\"}");
    }

    public void approve() {
        step(lead, "reviewPlan", "{\"finding\": \"SOUND\", \"words\": \"方案可行\"}");
        step(supervisor, "decideRegistration", "{\"decision\": \"APPROVED\", \"reason\": \"材料齐全\"}");
    }

    /** The contractor and everybody else but the owner has signed what there is to sign. */
    public void sign(RegistrationDesk registration, java.time.Instant at) {
        registration.engage(number, new Contractor("泉城装饰", "D237-1188", "李工", "13700001234"), "desk1", at);
        step(desk, "signAgreement", """
                {"done": ["AGREEMENT", "CAUTIONS", "NEIGHBOURS", "WORKERS", "FIRE_EXTINGUISHERS"], "received": ["CONTRACTOR"],
                 "waste": "每日清运", "facade": "不改动", "fee": "300", "breach": "按协议承担"}
                """);
    }

    private void step(Api person, String step, String inputs) {
        mustBe(200, person.post("/api/tickets/" + number + "/steps/" + step, inputs));
        jobs.run();
    }

    private static void mustBe(int status, Api.Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError(answer.text());
        }
    }
}
