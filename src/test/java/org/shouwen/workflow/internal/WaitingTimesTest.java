package org.shouwen.workflow.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Models;
import org.shouwen.testing.OwnStep;

/** A waiting time does not go from under the flows in force that wait by it: every change of theirs would be refused for it. */
class WaitingTimesTest {

    private static final String TABLE = "waiting-times.dmn";
    private static final String REPAIR = "repair.bpmn";
    private static final String USED = "“复核”还有现行的流程在用，不能去掉或者改名：《报修》“经理复核”";

    private final ModelRules rules = new ModelRules(new BareProgram());
    private final Map<String, byte[]> own = new TreeMap<>(OwnStep.models());

    WaitingTimesTest() {
        own.replaceAll(rules::corrected);
    }

    private static byte[] table(String instead) {
        return new String(Models.bytes().get(TABLE), UTF_8)
                .replace("\"复核\"", '"' + instead + '"')
                .getBytes(UTF_8);
    }

    /** @return what is said of these where the repair with a manager's step is in force */
    private List<String> faults(Map<String, byte[]> handedIn) {
        return new ModelRules(new BareProgram(List.of(FlowReading.flow(own.get(REPAIR)))))
                .judgeDeployed(handedIn, decision -> true)
                .sentences();
    }

    @Test
    void itStaysAsLongAsAFlowInForceAsksForIt() {
        assertThat(faults(Map.of(TABLE, table("核对"))))
                .anySatisfy(sentence -> assertThat(sentence).contains("《等候时限》", USED));
    }

    @Test
    void itGoesWhereNobodyAsksForIt() {
        assertThat(rules.judgeDeployed(Map.of(TABLE, table("核对")), decision -> true)
                        .sentences())
                .isEmpty();
        assertThat(faults(Map.of(TABLE, table("复核\",\"核对")))).isEmpty();
    }

    @Test
    void itStaysAlsoWhereTheTableWouldBeAsItWasShipped() {
        byte[] flow = new String(own.get(REPAIR), UTF_8).replace("复核'", "特等'").getBytes(UTF_8);
        ModelRules here = new ModelRules(new BareProgram(List.of(FlowReading.flow(flow))));
        Map<String, byte[]> shipped = Map.of(TABLE, Models.bytes().get(TABLE));
        assertThat(here.judgeProposed(shipped, decision -> true).sentences())
                .singleElement()
                .asString()
                .contains("《等候时限》", "“特等”还有现行的流程在用");
        assertThat(here.judgeDeployed(shipped, decision -> true).sentences())
                .as("the program starts")
                .isEmpty();
    }

    @Test
    void itIsRenamedTogetherWithTheFlow() {
        Map<String, byte[]> together = new TreeMap<>(own);
        together.put(TABLE, table("核对"));
        together.computeIfPresent(
                REPAIR,
                (file, flow) -> new String(flow, UTF_8).replace("复核'", "核对'").getBytes(UTF_8));
        assertThat(faults(together))
                .noneSatisfy(sentence -> assertThat(sentence).contains("在用"));
    }
}
