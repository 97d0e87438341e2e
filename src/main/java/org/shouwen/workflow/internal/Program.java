package org.shouwen.workflow.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwen.workflow.InWords;
import org.shouwen.workflow.NoticeNeeds;
import org.shouwen.workflow.ProcessContract;

/** What the program brings that models may name, and the models that it ships: they say what it needs of each. */
interface Program {

    /** @param use name of a bean ({@code reportWorkListener}), or of a bean and its question ({@code people.handler}) */
    boolean declares(String use);

    /** @return what people call that; empty where it is not said */
    Optional<InWords> said(String use);

    Collection<ProcessContract> contracts();

    /** @return names of the fields, without {@code input_}, that a listener reads; empty where it reads no form */
    Optional<Set<String>> fieldsOf(String listener);

    /** @return what a wording needs that is called {@code closed.to-resident}; empty where there is none */
    Optional<NoticeNeeds.Need> wording(String stem);

    /** @return why the program cannot read that text in a table's column; empty where it can, or takes any */
    Optional<String> unreadable(String column, String text);

    /** @return names of the waiting times in force */
    Set<String> waitingTimes();

    /** @return categories in force that open tickets have */
    default List<CategoryRules.InUse> usedCategories() {
        return List.of();
    }

    /** @return the flows in force, as they are deployed */
    List<Flow> flows();

    /** @return what people call a code of a table's column; the code where nobody says */
    default String word(String column, String code) {
        return code;
    }

    /** @param file name of a model or form, {@code repair.bpmn} */
    Optional<byte[]> shipped(String file);
}
