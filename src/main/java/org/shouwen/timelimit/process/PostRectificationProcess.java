package org.shouwen.timelimit.process;

import java.util.List;
import java.util.Map;
import org.shouwen.timelimit.PostRectification;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code post-rectification.bpmn}: one post that has to be put right. */
@Component
class PostRectificationProcess extends ProcessContract {

    static final String KEY = "postRectification";

    /** Number of the rectification in our table; {@code postDeadlines} and the notices ask for it. */
    static final Variable<Long> RECTIFICATION = Variable.id("rectification");

    /** Who sees to it, and is told so. */
    static final Variable<String> PERSON = Variable.code("person");

    PostRectificationProcess() {
        super(KEY, List.of(RECTIFICATION, PERSON), List.of());
    }

    static Map<String, Object> atStart(PostRectification rectification) {
        return Map.of(RECTIFICATION.name(), rectification.id(), PERSON.name(), rectification.person());
    }
}
