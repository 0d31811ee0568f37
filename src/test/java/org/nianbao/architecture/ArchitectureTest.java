package org.nianbao.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nianbao.Workplace;

@Tag("unit")
@DisplayName("The code keeps to src/docs/architecture.md")
class ArchitectureTest {
    private static final String ROOT = "org.nianbao.";
    private static final Path DRAWING = Workplace.CHECKOUT.resolve("src/docs/images/packages.svg");

    /** Each library's classes and the packages that may know them. */
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("freemarker.", Set.of("template")),
            Map.entry("org.yaml.", Set.of("input")),
            Map.entry("com.openhtmltopdf.", Set.of("output.pdf")),
            Map.entry("org.docx4j.", Set.of("output.docx")),
            Map.entry("org.jsoup.", Set.of("foreign.excel", "foreign.ofd", "foreign.html", "foreign.word")),
            Map.entry("picocli.", Set.of("command")),
            Map.entry("org.commonmark.", Set.of("markdown")),
            Map.entry("org.apache.fontbox.", Set.of("font", "output.pdf")),
            Map.entry("org.apache.pdfbox.", Set.of("font", "foreign.pdf", "output.ofd", "output.pdf")),
            Map.entry("org.apache.commons.text.", Set.of("compare", "diagnostic", "recognition")),
            Map.entry("tools.jackson.", Set.of("json")),
            Map.entry("com.github.houbb.", Set.of("chinese")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.nianbao");

    @Test
    void everyPackageUsesOnlyWhatTheTableAllows() throws IOException {
        Map<String, PackageTable.Row> table = PackageTable.read().rows();
        Set<String> violations = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String from = place(type);
                String to = place(dependency.getTargetClass());
                if (dependency.getTargetClass().getName().startsWith(ROOT) && !from.equals(to)) {
                    used.add(from + " → " + to);
                    PackageTable.Row row = table.get(from);
                    if (row == null || !row.mayUse().contains(to)) {
                        violations.add(dependency.getDescription());
                    }
                }
            }
        }
        assertEquals(Set.of(), violations);
        Set<String> allowed = new TreeSet<>();
        table.forEach((from, row) -> row.mayUse().forEach(to -> allowed.add(from + " → " + to)));
        assertEquals(allowed, used, "the table allows what nobody needs");
    }

    @Test
    void everyPackageSaysTheTablesSentence() throws IOException {
        Path sources = Workplace.CHECKOUT.resolve("src/main/java/org/nianbao");
        Map<String, String> said = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(sources)) {
            for (Path file :
                    walk.filter(path -> path.endsWith("package-info.java")).toList()) {
                String name = sources.relativize(file.getParent())
                        .toString()
                        .replace('/', '.')
                        .replace('\\', '.');
                Matcher sentence = Pattern.compile("/\\*\\* (.*?) \\*/").matcher(Files.readString(file));
                assertTrue(sentence.find(), name);
                said.put(name, sentence.group(1));
                assertTrue(Files.readString(file).contains("@NullMarked"), name);
            }
        }
        Map<String, String> inTable = new TreeMap<>();
        PackageTable.read().rows().forEach((name, row) -> inTable.put(name, row.sentence()));
        assertEquals(inTable, said);
    }

    /** {@code -Dcases=rewrite} draws it again. */
    @Test
    void theDrawingShowsTheTable() throws IOException {
        String drawing = PackageDrawing.of(PackageTable.read());
        if ("rewrite".equals(System.getProperty("cases"))) {
            Files.writeString(DRAWING, drawing);
        }
        assertEquals(drawing, Files.readString(DRAWING));
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.nianbao.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theCycleRuleSeesACycle() {
        JavaClasses tangled = new ClassFileImporter().importPackages("org.nianbao.architecture.tangled");
        assertTrue(slices().matching("org.nianbao.architecture.tangled.(**)")
                .should()
                .beFreeOfCycles()
                .evaluate(tangled)
                .hasViolation());
    }

    @Test
    void eachLibraryIsKnownToItsOwnPackageOnly() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getName();
                LIBRARIES.forEach((prefix, packages) -> {
                    if (target.startsWith(prefix) && !packages.contains(place(type))) {
                        violations.add(dependency.getDescription());
                    }
                });
            }
        }
        assertEquals(Set.of(), violations);
    }

    @Test
    void noJavaKnowsALabelOfAForm() throws IOException {
        String forms = Files.readString(Workplace.CHECKOUT.resolve("templates/information-disclosure/2021/form.yaml"));
        Set<String> labels = Pattern.compile("[\\u4e00-\\u9fff]{3,}")
                .matcher(forms.replaceAll("(?m)^#.*", ""))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toSet());
        Set<String> found = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(Workplace.CHECKOUT.resolve("src/main/java"))) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file);
                labels.stream().filter(code::contains).forEach(label -> found.add(file.getFileName() + ": " + label));
            }
        }
        assertEquals(Set.of(), found);
        assertFalse(labels.isEmpty());
    }

    private static String place(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
    }
}
