package org.shouwen.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KnownModelsTest {

    private final AtomicInteger version = new AtomicInteger();

    private int latest(KnownModels models) {
        return models.known("repair", version::incrementAndGet);
    }

    @Test
    void whatWasReadAMomentAgoIsNotReadAgain() {
        KnownModels models = new KnownModels(Duration.ofHours(1));
        assertThat(latest(models)).isEqualTo(1);
        assertThat(latest(models)).isEqualTo(1);
    }

    @Test
    void whatThisNodeChangedIsReadAtOnce() {
        KnownModels models = new KnownModels(Duration.ofHours(1));
        latest(models);
        models.forget();
        assertThat(latest(models)).isEqualTo(2);
    }

    /** Another node deploys, too. */
    @Test
    void nothingIsKnownForLong() {
        KnownModels models = new KnownModels(Duration.ZERO);
        latest(models);
        assertThat(latest(models)).isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsAskedForEachTime() {
        KnownModels models = new KnownModels(Duration.ofHours(1));
        assertThat(models.<String>known("other", () -> null)).isNull();
        assertThat(models.known("other", () -> "there by now")).isEqualTo("there by now");
    }
}
