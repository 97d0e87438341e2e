package org.shouwen.workflow;

import java.util.List;

/** Models in force that are not the ones this version of the product carries, because a manager deployed others. */
public interface ModelDrift {

    /** @return one Chinese sentence per model that differs; empty where all is as shipped */
    List<String> report();
}
