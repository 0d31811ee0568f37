package org.nianbao.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateException;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.form.Cell;
import org.nianbao.typography.Length;

@Tag("unit")
@DisplayName("Templates read the components of marked records and nothing else")
class DataWrapperTest {
    @TemplateData
    public record Marked(Object value, Optional<String> note) {
        public static final String CONSTANT = "constant";

        @TemplateData
        public String sum() {
            return "sum";
        }

        @TemplateData
        public String with(String other) {
            return other;
        }

        public String unmarked() {
            return "unmarked";
        }

        public String getProperty() {
            return "property";
        }
    }

    public record Unmarked(String value) {}

    @TemplateData
    public static final class NoRecord {
        public String value() {
            return "value";
        }
    }

    private static String filled(String template, Object value, ObjectWrapper wrapper) throws TemplateException {
        Configuration configuration = new Configuration(DataWrapper.VERSION);
        configuration.setObjectWrapper(wrapper);
        configuration.setLogTemplateExceptions(false);
        StringWriter out = new StringWriter();
        try {
            new freemarker.template.Template("test", template, configuration)
                    .process(Map.of("record", new Marked(value, Optional.empty())), out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    private static String filled(String template, Object value) throws TemplateException {
        return filled(template, value, new DataWrapper());
    }

    private static List<Object> printed() {
        return List.of("a", new BigDecimal("7.50"), DayOfWeek.MONDAY, LocalDate.of(2022, 1, 27), Optional.of("b"));
    }

    @ParameterizedTest
    @MethodSource("printed")
    void aValueIsPrintedAsText(Object value) throws TemplateException {
        Map<Object, String> texts = Map.of(
                "a",
                "a",
                new BigDecimal("7.50"),
                "7.50",
                DayOfWeek.MONDAY,
                "monday",
                LocalDate.of(2022, 1, 27),
                "2022-01-27",
                Optional.of("b"),
                "b");
        assertEquals(texts.get(value), filled("${record.value}", value));
    }

    @Test
    void cellsAndLengthsArePrintedAsTheFormAndCssWriteThem() throws TemplateException {
        assertEquals("7.0", filled("${record.value}", new Cell.Figure("7.0", new BigDecimal("7.0"))));
        assertEquals("是、否", filled("${record.value}", new Cell.Words(List.of("是", "否"))));
        assertEquals(Length.of("37mm").css(), filled("${record.value}", Length.of("37mm")));
    }

    @Test
    void anEmptyOptionalIsMissing() throws TemplateException {
        assertEquals("none", filled("${record.note!'none'}", ""));
        assertEquals("none", filled("${record.other!'none'}", ""));
    }

    @Test
    void aMarkedMethodIsReadLikeAComponent() throws TemplateException {
        assertEquals("sum", filled("${record.sum}", ""));
        assertEquals("note, sum, value", filled("${record?keys?sort?join(', ')}", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${record.unmarked()}",
                "${record.getProperty()}",
                "${record.property}",
                "${record.toString()}",
                "${record.hashCode()}",
                "${record.getClass().getName()}",
                "${record.class.name}",
                "${record.with('a')}"
            })
    void noOtherMemberIsReadThoughAnOpenWrapperShowsIt(String attack) throws TemplateException {
        assertTrue(filled(attack, "", new DefaultObjectWrapper(DataWrapper.VERSION))
                        .length()
                > 0);
        assertThrows(TemplateException.class, () -> filled(attack, ""));
    }

    @Test
    void aRecordIsNoTextThoughAnOpenWrapperPrintsIt() throws TemplateException {
        assertTrue(filled("${record}", "a", new DefaultObjectWrapper(DataWrapper.VERSION))
                .contains("a"));
        assertThrows(TemplateException.class, () -> filled("${record}", "a"));
    }

    private static List<Object> refused() {
        return List.of(
                new Unmarked("a"),
                new NoRecord(),
                Path.of("a"),
                new File("a"),
                String.class,
                Thread.currentThread(),
                new java.util.concurrent.atomic.AtomicReference<>("a"),
                Runtime.getRuntime());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anyOtherTypeIsAnError(Object value) {
        assertThrows(TemplateException.class, () -> filled("${record.value}", value));
        assertThrows(TemplateException.class, () -> filled("<#if record.value??>a</#if>", value));
        assertThrows(TemplateException.class, () -> filled("<#if record.value.value??>a</#if>", value));
    }
}
