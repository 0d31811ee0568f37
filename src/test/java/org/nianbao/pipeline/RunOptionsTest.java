package org.nianbao.pipeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nianbao.chinese.Script;
import org.nianbao.pipeline.Renderer.RenderMode;
import org.nianbao.pipeline.Renderer.RenderOptions;

@Tag("unit")
class RunOptionsTest {
    static final List<Record> RUNS = List.of(
            new RenderOptions(List.of("pdf", "docx"), RenderMode.STRICT, true, Optional.of(Script.HANT)),
            new Producer("nianbao 1", Optional.of(Instant.EPOCH)));

    @ParameterizedTest
    @FieldSource("RUNS")
    @DisplayName("every option of a run is in its cache key")
    void written(Record run) throws ReflectiveOperationException {
        for (RecordComponent option : run.getClass().getRecordComponents()) {
            String value = String.valueOf(option.getAccessor().invoke(run));
            assertTrue(run.toString().contains(value), option.getName());
        }
    }
}
