package org.shouwen.workflow;

import java.util.List;
import java.util.Optional;

/** The forms in force as people read them: what is asked, in words. */
public interface FormSheets {

    /**
     * @param how what an answer is: 一行文字, 单选
     * @param limits 不超过 500 字; empty where there are none
     * @param choices labels; empty where there are none, or the ticket brings them
     * @param shown when it is asked; empty: always
     */
    record Question(
            String label,
            String how,
            boolean required,
            String limits,
            String help,
            List<String> choices,
            String shown) {}

    /** @param questions in the order of the form; empty where it only shows */
    record FormSheet(String id, List<Question> questions) {}

    /** @return each form that a flow in force shows, by id */
    List<FormSheet> all();

    /**
     * @param id of the form
     * @return it as it is written, JSON
     */
    Optional<String> written(String id);

    /** @param id of the form, {@code reportWork} */
    Optional<FormSheet> inForce(String id);
}
