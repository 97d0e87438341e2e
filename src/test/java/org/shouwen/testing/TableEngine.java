package org.shouwen.testing;

import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Decision tables without the process engine, in the dialect that the desk evaluates them in. */
public final class TableEngine {

    private TableEngine() {}

    public static DmnEngine create() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(true);
        return configuration.buildEngine();
    }
}
