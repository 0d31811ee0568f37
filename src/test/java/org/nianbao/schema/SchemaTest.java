package org.nianbao.schema;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.Workplace;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.input.Forms;
import org.nianbao.input.InputReader;
import tools.jackson.databind.JsonNode;

@DisplayName("Editors know an input by its form’s schema")
class SchemaTest {
    private static final String FOLDER = "templates/information-disclosure/2021";
    private static final String FORM = FOLDER + "/form.yaml";
    private static final String SCHEMA = FOLDER + "/input.schema.json";

    private static final String ROWS = "湖北.form.yaml";
    private static final JsonNode COMMITTED = Editor.json(committed());
    private static final Editor EDITOR = new Editor(COMMITTED);

    @TempDir
    Path folder;

    @Test
    @DisplayName("The schema in the checkout is the one that its form gives now")
    void isFresh() {
        for (String name : Workplace.FORMS.names()) {
            for (Forms.Edition edition : Workplace.FORMS.editionsOf(name)) {
                Path file = Workplace.CHECKOUT
                        .resolve("templates")
                        .resolve(edition.folder())
                        .resolve("input.schema.json");
                assertEquals(
                        InputSchema.of(edition.form()),
                        new Workplace(file.getParent()).read("input.schema.json"),
                        file + " is not what its form gives: run `nianbao schema` and commit it");
            }
        }
    }

    @Test
    @DisplayName("The schema is valid draft-07, and a broken one would be told")
    void isValid() {
        assertEquals(List.of(), Editor.faultsOf(COMMITTED));
        assertNotEquals(List.of(), Editor.faultsOf(Editor.json("{\"properties\": {\"甲\": {\"type\": \"count\"}}}")));
        assertTrue(committed().endsWith("}\n"));
        assertFalse(committed().contains("\r"));
    }

    static List<Corpus.Input> accepted() throws IOException {
        List<Corpus.Input> inputs = new ArrayList<>(Corpus.of("accepted.txt"));
        try (Stream<Path> list = Files.list(Workplace.CHECKOUT.resolve("inputs"))) {
            list.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .forEach(path ->
                            inputs.add(new Corpus.Input(path.getFileName().toString(), Corpus.bytes(path))));
        }
        return inputs;
    }

    @ParameterizedTest
    @MethodSource("accepted")
    @DisplayName("What the reader reads is left unmarked")
    void accepts(Corpus.Input input) {
        assertAll(
                () -> assertEquals(List.of(), EDITOR.marks(input.bytes()).orElseThrow(), "the schema"),
                () -> assertEquals(List.of(), errors(input), "the reader"));
    }

    static List<Corpus.Input> refused() {
        return Corpus.of("refused.txt");
    }

    @ParameterizedTest
    @MethodSource("refused")
    @DisplayName("What the reader refuses is marked")
    void refuses(Corpus.Input input) {
        assertAll(
                () -> assertNotEquals(List.of(), EDITOR.marks(input.bytes()).orElseThrow(), "the schema"),
                () -> assertNotEquals(List.of(), errors(input), "the reader"));
    }

    static List<Corpus.Input> onlyTheReaderRefuses() {
        return Corpus.of("only-the-reader-refuses.txt");
    }

    @ParameterizedTest
    @MethodSource("onlyTheReaderRefuses")
    @DisplayName("What a schema cannot see is known, and really so")
    void cannotSee(Corpus.Input input) {
        assertAll(
                () -> assertEquals(List.of(), EDITOR.marks(input.bytes()).orElseThrow(), "the schema"),
                () -> assertNotEquals(List.of(), errors(input), "the reader"));
    }

    static List<Corpus.Input> onlyTheSchemaRefuses() {
        return Corpus.of("only-the-schema-refuses.txt");
    }

    @ParameterizedTest
    @MethodSource("onlyTheSchemaRefuses")
    @DisplayName("What only an editor marks is known, and really so")
    void marksMore(Corpus.Input input) {
        assertAll(
                () -> assertNotEquals(List.of(), EDITOR.marks(input.bytes()).orElseThrow(), "the schema"),
                () -> assertEquals(List.of(), errors(input), "the reader"));
    }

    @Test
    @DisplayName("The schema agrees with the reader on every case that is YAML")
    void agreesOnTheCases() throws IOException {
        Set<String> onlyRead = new TreeSet<>();
        Set<String> unseen = new TreeSet<>();
        Set<String> marked = new TreeSet<>();
        try (Stream<Path> list = Files.list(Workplace.CHECKOUT.resolve("src/test/resources/cases"))) {
            // what is wrong with a file of local rows or of an annex is no business of a schema, and editors refuse
            // Tabs
            for (Path path : list.filter(
                            path -> !path.getFileName().toString().matches("(?:local-rows-|annex).*|.*tab-behind-.*"))
                    .toList()) {
                String name = path.getFileName().toString();
                Corpus.Input input = new Corpus.Input(name, Corpus.bytes(path.resolve("input.yaml")));
                Files.deleteIfExists(folder.resolve(ROWS));
                if (Files.exists(path.resolve(ROWS))) {
                    Files.copy(path.resolve(ROWS), folder.resolve(ROWS));
                }
                editorOf(path)
                        .marks(input.bytes())
                        .ifPresentOrElse(
                                marks -> {
                                    if (marks.isEmpty() != errors(input).isEmpty()) {
                                        (marks.isEmpty() ? unseen : marked).add(name);
                                    }
                                },
                                () -> {
                                    if (errors(input).isEmpty()) {
                                        onlyRead.add(name);
                                    }
                                });
            }
        }
        assertEquals(Set.of(), onlyRead, "no YAML for an editor, and read all the same");
        assertEquals(new TreeSet<>(Corpus.casesOf("only-the-reader-refuses.txt")), unseen);
        assertEquals(new TreeSet<>(Corpus.casesOf("only-the-schema-refuses.txt")), marked);
    }

    /** With the schema that the input's author would name in its first line. */
    private static Editor editorOf(Path folder) throws IOException {
        String input = Files.readString(folder.resolve("input.yaml"), StandardCharsets.ISO_8859_1);
        Path rows = folder.resolve(ROWS);
        Optional<Forms.Edition> extended = Files.exists(rows)
                ? Workplace.FORMS.withRowsOf(rows, rows.toString(), new Diagnostics())
                : Optional.empty();
        if (extended.isPresent()) {
            return new Editor(Editor.json(InputSchema.of(extended.get().form())));
        }
        if (folder.getFileName().toString().startsWith("website")) {
            return new Editor(Editor.json(InputSchema.of(
                    Workplace.FORMS.editionsOf("政府网站工作年度报表").get(0).form())));
        }
        String year = new String("年度: ".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String edition = new String("版式: ".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        boolean earlier = input.contains(edition + "2019")
                || (!input.contains(edition) && (input.contains(year + "2019") || input.contains(year + "2020")));
        return earlier
                ? new Editor(Editor.json(InputSchema.of(
                        Workplace.FORMS.editionsOf("政府信息公开工作年度报告").get(0).form())))
                : EDITOR;
    }

    @Test
    @DisplayName("Every key has a title and a description in Chinese")
    void explainsEveryKey() {
        Set<String> paths = new LinkedHashSet<>();
        eachKey("", COMMITTED, (path, key) -> {
            paths.add(path);
            assertTrue(key.path("title").asString("").matches("(?s).*[\\u4e00-\\u9fff].*"), path);
            assertTrue(key.path("description").asString("").matches("(?s).*[\\u4e00-\\u9fff].*"), path);
        });
        assertTrue(paths.size() > 200, paths.size() + " keys");
    }

    @Test
    @DisplayName("A cell tells its row, its column, its rules and how prose quotes it")
    void explainsACell() {
        String total = key("收到和处理政府信息公开申请情况", "本年度办理结果", "总计", "总计")
                .path("description")
                .asString();
        String fee = key("主动公开政府信息情况", "行政事业性收费").path("description").asString();
        assertAll(
                () -> assertTrue(total.contains("行“三、本年度办理结果 › （七）总计”，列“申请人情况 › 总计”。"), total),
                () -> assertTrue(total.contains("可不写，自动求和；写了就核对 A2（办理结果的总计等于各种结果之和）、A3（"), total),
                () -> assertTrue(total.contains("参与核对 A1（第一项加第二项之和"), total),
                () -> assertTrue(total.contains("{{收到和处理政府信息公开申请情况.本年度办理结果.总计.总计}}"), total),
                () -> assertTrue(fee.contains("第二十条第（八）项"), fee),
                () -> assertTrue(fee.contains("单位见“本年收费金额（单位：万元）”"), fee));
    }

    @Test
    @DisplayName("A form that is changed gives another schema, without a change of the program")
    void followsTheForm() {
        Workplace place = ownTemplates();
        place.delete("templates/information-disclosure/2021/prose.yaml"); // it speaks of rows that go
        place.delete("templates/information-disclosure/2019/form.yaml"); // it is based on what goes
        place.edit(FORM, "行政规范性文件: {was: 规范性文件}", "规范性文件: , 其他文件: 其他主动公开的文件");
        place.edit(FORM, "情况.行政规范性文件.现行有效件数", "情况.规范性文件.现行有效件数");
        String text = place.read(FORM);
        int block = text.indexOf("        第二十条第（五）项:");
        place.write(
                FORM,
                text.substring(0, block)
                        + text.substring(text.indexOf("        第二十条第（六）项:")).replace("*决定", "{本年处理决定数量: }"));
        Workplace.Run run = place.nianbao("schema", "--templates", "templates");
        assertEquals(0, run.status(), run.err());
        JsonNode rows = Editor.json(place.read(SCHEMA)).at("/properties/主动公开政府信息情况/properties");
        assertEquals(
                List.of("规章", "规范性文件", "其他文件", "行政处罚", "行政强制", "行政事业性收费", "正文", "注", "表"),
                List.copyOf(rows.propertyNames()));
        assertEquals("其他主动公开的文件", rows.at("/其他文件/title").asString());
        assertEquals(List.of(), Editor.faultsOf(Editor.json(place.read(SCHEMA))));
    }

    @Test
    @DisplayName("An edition that is no longer in force has a last year")
    void endsWithItsEdition() {
        Workplace place = ownTemplates();
        place.edit(FORM, "years: {from: 2021}", "years: {from: 2019, to: 2022}");
        place.nianbao("schema", "--templates", "templates");
        JsonNode year = Editor.json(place.read(SCHEMA)).at("/then/properties/年度");
        assertEquals(2019, year.path("minimum").asInt());
        assertEquals(2022, year.path("maximum").asInt());
    }

    @Test
    @DisplayName("nianbao schema writes what is not there or not the same, and says so")
    void isWritten() {
        Workplace place = ownTemplates();
        String earlier = SCHEMA.replace("2021", "2019");
        String unchanged = earlier + ": unchanged\n" + SCHEMA + ": unchanged\n";
        assertEquals(new Workplace.Run(0, unchanged, ""), place.nianbao("schema", "--templates", "templates"));
        place.write(SCHEMA, "{}\n");
        assertEquals(
                earlier + "：没有变化\n" + SCHEMA + "：已写出\n",
                place.inChinese().nianbao("schema", "--templates", "templates").out());
        assertEquals(committed(), place.read(SCHEMA));
    }

    @Test
    @DisplayName("A form that cannot be right is told, gets no schema, and stops no other")
    void tellsABrokenForm() {
        Workplace place = ownTemplates();
        place.write("templates/other/2030/form.yaml", place.read(FORM).replace("name: 政", "name: 另一种政"));
        place.edit(FORM, "type: amount", "type: sum");
        String before = place.read(SCHEMA);
        Workplace.Run run = place.nianbao("schema", "--templates", "templates");
        assertEquals(1, run.status());
        assertTrue(run.err().matches("(?s).*form\\.yaml:\\d+:\\d+: error wrong-value: .*"), run.err());
        assertTrue(run.out().startsWith("templates/other/2030/input.schema.json: written\n"), run.out());
        assertEquals(before, place.read(SCHEMA));
    }

    @Test
    @DisplayName("A schema that cannot be written is told without a trace")
    void tellsWhatCannotBeWritten() throws IOException {
        Workplace place = ownTemplates();
        Files.delete(place.at(SCHEMA));
        Files.createDirectories(place.at(SCHEMA + "/in the way"));
        Workplace.Run run = place.nianbao("schema", "--templates", "templates");
        assertEquals(1, run.status());
        assertTrue(run.err().startsWith("error unwritable: "), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
    }

    @Test
    @DisplayName("Every explanation is said somewhere in the code")
    void saysEveryExplanation() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> list = Files.list(Workplace.CHECKOUT.resolve("src/main/java/org/nianbao/schema"))) {
            for (Path file : list.toList()) {
                code.append(Files.readString(file));
            }
        }
        Properties sentences = new Properties();
        try (Reader reader = Files.newBufferedReader(
                Workplace.CHECKOUT.resolve("src/main/resources/org/nianbao/schema/explanations.properties"))) {
            sentences.load(reader);
        }
        for (Object key : sentences.keySet()) {
            String composed = key.toString()
                    .replaceFirst("^role\\..*", "role.")
                    .replaceFirst("^(text|year|date|choices?|count|amount|change|money)(?=\\.mistake)", "")
                    .replaceFirst("^(text|year|date|choices?|count|amount|change|money)(?=\\.about)", "");
            assertTrue(
                    code.indexOf("say(\"" + key + "\"") >= 0
                            || code.indexOf("? \"" + key + "\"") >= 0
                            || code.indexOf(": \"" + key + "\"") >= 0
                            || code.indexOf("\"" + composed + "\"") >= 0,
                    key.toString());
        }
    }

    private Workplace ownTemplates() {
        Workplace place = new Workplace(folder);
        place.copyFromCheckout("templates/information-disclosure");
        return place;
    }

    private List<String> errors(Corpus.Input input) {
        try {
            Path file = Files.write(folder.resolve("input.yaml"), input.bytes());
            return InputReader.read(file, "input.yaml", Workplace.FORMS).diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .map(Diagnostic::id)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode key(String... path) {
        JsonNode node = COMMITTED;
        for (String key : path) {
            node = node.path("properties").path(key);
        }
        return node;
    }

    private static void eachKey(String path, JsonNode schema, BiConsumer<String, JsonNode> of) {
        schema.path("properties").properties().forEach(member -> {
            of.accept(path + "." + member.getKey(), member.getValue());
            eachKey(path + "." + member.getKey(), member.getValue(), of);
        });
        schema.path("allOf").forEach(part -> eachKey(path, part, of));
        if (schema.has("items")) {
            eachKey(path, schema.path("items"), of);
        }
    }

    private static String committed() {
        return new Workplace(Workplace.CHECKOUT).read(SCHEMA);
    }
}
