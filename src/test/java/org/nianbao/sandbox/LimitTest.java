package org.nianbao.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
@DisplayName("Work that must end")
class LimitTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    @DisplayName("gives what came of it")
    void gives() {
        assertEquals("甲", Sandbox.within(LONG, () -> "甲"));
    }

    @Test
    @DisplayName("throws what it throws")
    void throwsIt() {
        assertThrows(
                IllegalStateException.class,
                () -> Sandbox.within(LONG, () -> {
                    throw new IllegalStateException("a");
                }));
    }

    @Test
    @DisplayName("is told to be out of memory also where a library throws something else because of it")
    void outOfMemory() {
        Sandbox.LimitExceeded exceeded = assertThrows(
                Sandbox.LimitExceeded.class,
                () -> Sandbox.within(LONG, () -> {
                    throw new IllegalArgumentException(new OutOfMemoryError());
                }));
        assertEquals("too-much-memory", exceeded.getMessage());
    }

    @Test
    @DisplayName("is told to take too much time, and nobody waits for it")
    void tooLong() {
        AtomicBoolean over = new AtomicBoolean();
        try {
            Sandbox.LimitExceeded exceeded = assertThrows(
                    Sandbox.LimitExceeded.class,
                    () -> Sandbox.within(Duration.ofMillis(10), () -> {
                        while (!over.get()) {
                            Thread.onSpinWait();
                        }
                        return "";
                    }));
            assertEquals("too-much-time", exceeded.getMessage());
        } finally {
            over.set(true);
        }
    }
}
