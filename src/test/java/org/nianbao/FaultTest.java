package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.Inspection;
import org.nianbao.pipeline.LastYear;

/** The renderer of the PDF throws a ClassCastException at a paragraph that is displayed as an item of no list. */
@DisplayName("A fault of the program in one report is that report's, and the others are finished")
class FaultTest {
    private static final String TEMPLATE = "templates/information-disclosure/report.ftlh";

    private Workplace place;

    @BeforeEach
    void threeReportsOneOfWhichFails(@TempDir Path folder) {
        place = new Workplace(folder);
        place.copyFromCheckout("templates");
        place.write("templates/report.css", place.read("templates/report.css") + "p.fault { display: list-item }\n");
        place.edit(TEMPLATE, "</main>", "<#if 机关 == \"某县b局\"><p class=\"fault\">错</p></#if></main>");
        for (String name : List.of("a", "b", "c")) {
            place.write(
                    "in/" + name + ".yaml",
                    SmallReport.of("某县" + name + "局", 2021).toString());
        }
    }

    private Workplace.Run render(String... more) {
        List<String> arguments = new ArrayList<>(List.of("render", "in", "--templates", "templates"));
        arguments.addAll(List.of(more));
        return place.nianbao(arguments.toArray(String[]::new));
    }

    @Test
    void theOtherReportsAreWritten() {
        Workplace.Run run = render("--jobs", "2");
        assertEquals(3, run.status(), run.err());
        assertTrue(run.err().contains("error program-fault: the program failed at in/b.yaml: java.lang."), run.err());
        assertTrue(
                run.err().contains("\nBug: java.lang.ClassCastException")
                        && run.err().contains("\tat "),
                run.err());
        assertTrue(run.out().endsWith("2 rendered to output, 1 not rendered: in/b.yaml\n"), run.out());
        for (String format : List.of("html", "pdf", "docx")) {
            assertTrue(Files.exists(place.at("output/a." + format)), format);
            assertFalse(Files.exists(place.at("output/b." + format)), format);
            assertTrue(Files.exists(place.at("output/c." + format)), format);
        }
    }

    @Test
    void theReportIsTriedAgain() {
        render();
        place.edit(TEMPLATE, "class=\"fault\"", "");
        assertEquals(0, render().status());
        assertTrue(Files.exists(place.at("output/b.pdf")));
    }

    @Test
    void aFaultOfACheckIsADiagnosticOfItsFile() {
        Engine engine = Engine.open(
                new Engine.EngineSettings(place.at("templates"), List.of(), Optional.empty()), new Diagnostics());
        RuntimeException fault = new IllegalStateException("broken");
        Path failing = (Path) Proxy.newProxyInstance(
                FaultTest.class.getClassLoader(), new Class<?>[] {Path.class}, (proxy, method, arguments) -> {
                    throw fault;
                });
        Inspection.Inspected inspected = new Inspection(engine, LastYear.NONE).inspectIsolated(failing, "b.yaml");
        assertEquals(
                List.of("program-fault"),
                inspected.findings().diagnostics().stream().map(Diagnostic::id).toList());
        assertSame(fault, engine.faults().first().orElseThrow());
    }
}
