package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.SmallReport;
import org.nianbao.Workplace;

/** More than two hundred kills: one at each operation on a file that a command makes. */
@Tag("slow")
@DisplayName("After a kill every file is whole, and the next run ends as if there had been none")
class KilledTest {
    private static final String[] RENDER = {"render", "in", "--format", "html", "--jobs", "1"};

    private static KilledProgram program;

    private Workplace place;

    @BeforeAll
    static void countOperations(@TempDir Path folder) throws Exception {
        Workplace first = new Workplace(folder.resolve("first"));
        first.write("in/a.yaml", SmallReport.of("某县甲局", 2021).toString());
        program = KilledProgram.in(folder, first.folder(), "render", "in", "--format", "html,docx");
    }

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
        inputs("甲");
    }

    private void inputs(String agency) {
        for (int report = 0; report < 6; report++) {
            SmallReport input = SmallReport.of("某县" + agency.repeat(report + 1) + "局", 2021);
            place.write("in/a" + report + ".yaml", input.toString());
        }
    }

    @Test
    void ofRender() throws Exception {
        kill(90, "render", "in", "--format", "html,docx", "--jobs", "1");
    }

    @Test
    void ofRenderOverEarlierDocuments() throws Exception {
        assertEquals(0, place.nianbao(RENDER).status());
        inputs("乙");
        kill(55, RENDER);
    }

    @Test
    void ofRenderThatContinuesAfterAKill() throws Exception {
        assertEquals(Kill.KILLED, program.run(place.folder(), 12, RENDER).status());
        kill(45, "render", "in", "--format", "html", "--jobs", "1", "--continue");
    }

    @Test
    void ofAggregate() throws Exception {
        place.nianbao("aggregate", "in", "--into", "sum.yaml", "--agency", "某县人民政府");
        SmallReport changed = SmallReport.of("某县甲局", 2021).granted("{自然人: 7}");
        place.write("in/a0.yaml", changed.toString());
        kill(8, "aggregate", "in", "--into", "sum.yaml", "--sums", "sums.html");
    }

    @Test
    void ofNew() throws Exception {
        kill(5, "new", "--from", "in/a0.yaml", "--output", "new.yaml");
    }

    /** Kills a command at each of its operations, which must be so many, and each time runs it again. */
    private void kill(int least, String... command) throws Exception {
        Map<String, ByteBuffer> before = files();
        Workplace.Run whole = program.run(place.folder(), Integer.MAX_VALUE, command);
        assertEquals(0, whole.status(), whole.out());
        int operations = Integer.parseInt(whole.out().strip().replaceFirst("(?s).*\n", ""));
        assertTrue(operations >= least, operations + " operations");
        Map<String, ByteBuffer> after = documents();
        for (int last = 1; last <= operations; last++) {
            restore(before);
            String kill = command[0] + " killed at operation " + last;
            assertEquals(Kill.KILLED, program.run(place.folder(), last, command).status(), kill);
            documents()
                    .forEach((name, bytes) -> assertTrue(
                            bytes.equals(before.get(name)) || bytes.equals(after.get(name)) || name.endsWith(".part"),
                            kill + ": " + name + " is not whole"));
            Workplace.Run again = place.nianbao(command);
            assertTrue(again.status() == whole.status() || again.err().contains("exists"), kill + again.err());
            assertEquals(after, documents(), kill);
        }
    }

    /** All files but the state, which remembers more runs. */
    private Map<String, ByteBuffer> documents() throws IOException {
        Map<String, ByteBuffer> documents = files();
        documents.remove("output/.nianbao-state");
        return documents;
    }

    private Map<String, ByteBuffer> files() throws IOException {
        Map<String, ByteBuffer> all = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(place.folder())) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                all.put(place.folder().relativize(file).toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        return all;
    }

    private void restore(Map<String, ByteBuffer> before) throws IOException {
        for (String name : files().keySet()) {
            Files.delete(place.at(name));
        }
        for (Map.Entry<String, ByteBuffer> file : before.entrySet()) {
            Files.write(place.at(file.getKey()), file.getValue().array());
        }
    }
}
