package org.shouwen.workflow.internal;

import java.util.List;
import java.util.Map;

/** The guard as the build asks it: of every model that is to be shipped. */
public final class BuildGuard {

    private BuildGuard() {}

    /** @param models by file name */
    public static List<String> faults(Map<String, byte[]> models) {
        return new ModelRules(new BareProgram())
                .judge(models, decision -> false)
                .sentences();
    }
}
