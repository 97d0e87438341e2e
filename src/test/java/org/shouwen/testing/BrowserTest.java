package org.shouwen.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests in a real Chromium. Where there is none they are skipped, aloud; where the environment says
 * {@code REQUIRE_BROWSER=true} they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserTest.Found.class)
public @interface BrowserTest {

    /** Judged before the application is started, which would be in vain. */
    final class Found implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Browser.executable().isPresent()) {
                return ConditionEvaluationResult.enabled("Chromium found");
            }
            String reason = "no Chromium at $CHROMIUM, at /usr/bin/chromium or on the path";
            if (Boolean.parseBoolean(System.getenv("REQUIRE_BROWSER"))) {
                throw new IllegalStateException(reason + ", and REQUIRE_BROWSER=true");
            }
            System.err.println("BROWSER TESTS SKIPPED: " + context.getDisplayName() + ": " + reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
