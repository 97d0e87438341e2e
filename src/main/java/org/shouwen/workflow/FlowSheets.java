package org.shouwen.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 清单: the flows as people read them who read no diagrams, from top to bottom, a second view of the same model. Every node of
 * the diagram stands in it once; every arrow leads to what stands next, or is a block of its own that says where it goes.
 */
public interface FlowSheets {

    /** What a block is. */
    enum Kind {
        START("开始"),
        END("结束"),
        /** Somebody does it. */
        STEP("人工"),
        NOTICE("通知"),
        AUTOMATIC("自动"),
        /** A table is asked. */
        TABLE("查表"),
        CALL("流程"),
        WAIT("等待"),
        SUB("阶段"),
        CHOICE("分支"),
        PARALLEL("并行"),
        /** Where ways meet; nothing is to be read there. */
        JOIN(""),
        /** The way goes on somewhere else on the list. */
        JUMP("");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What words lead to. */
    enum To {
        NOTHING,
        TABLE,
        FORM,
        FLOW,
        NOTICE
    }

    /** @param id of the table, form, process or stem of the notice; empty where the words lead to nothing */
    record Words(String text, To to, String id) {}

    /** @param label 谁, 到什么时候, 填什么, 告诉谁 and so on */
    record Fact(String label, List<Words> words) {}

    /**
     * A way on: an answer of a branch, an event at a step, or what may happen at any time.
     *
     * @param id of the arrow, of the event or of the sub-process
     * @param ends whether what is being done ends there; never for an answer
     * @param blocks empty where the way goes on below
     */
    record Way(String id, String title, boolean ends, List<Fact> facts, List<Block> blocks) {}

    /**
     * @param id of the element
     * @param title what people call it; empty for a join
     * @param note what the model says of it; empty where it says nothing
     * @param target of a jump: the block that it leads to
     * @param ways answers of a branch, ways of a parallel
     * @param inside of a sub-process
     * @param events what may happen while it is being done
     * @param anytime what may happen at any time in a sub-process
     */
    record Block(
            String id,
            Kind kind,
            String title,
            String note,
            List<Fact> facts,
            String target,
            List<Way> ways,
            List<Block> inside,
            List<Way> events,
            List<Way> anytime) {}

    /**
     * A version of a flow.
     *
     * @param promise what is promised to whom
     * @param anytime what may happen at any time
     */
    record FlowSheet(
            String id,
            String name,
            int version,
            Instant since,
            String promise,
            List<Block> blocks,
            List<Way> anytime) {}

    /** @return each flow in the version in force, by id */
    List<FlowSheet> all();

    /** @param id of the process, {@code repair} */
    Optional<FlowSheet> inForce(String id);

    /** @return empty where there is no such version any more */
    Optional<FlowSheet> version(String id, int version);

    /**
     * @param diagram one that somebody draws, whatever speaks against it
     * @param forms those that its steps show, by the names of their files
     * @return it as it would be read, of version 0
     */
    FlowSheet drawn(byte[] diagram, Map<String, byte[]> forms);

    /** @return the diagram as it is written; empty where there is no such version any more */
    Optional<byte[]> diagram(String id, int version);
}
