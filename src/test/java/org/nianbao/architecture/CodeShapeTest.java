package org.nianbao.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.nianbao.Workplace;

@DisplayName("The code stays small enough to read")
class CodeShapeTest {
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_BODY = 45;
    private static final Set<String> NO_NOUN =
            Set.of("util", "utils", "common", "helper", "helpers", "manager", "impl", "job");

    private static final Map<String, List<String>> PLACES_OF_TYPES = new TreeMap<>();
    private static final Set<String> LONG_BODIES = new TreeSet<>();
    private static final Set<String> COLLECTING_PARAMETERS = new TreeSet<>();
    private static List<Path> files;

    @BeforeAll
    static void parse() throws IOException {
        try (Stream<Path> walk = Files.walk(Workplace.CHECKOUT.resolve("src/main/java"))) {
            files = walk.filter(path -> path.toString().endsWith(".java")).toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> sources = manager.getJavaFileObjectsFromPaths(files);
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, sources);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Scanner(unit, positions), null);
            }
        }
    }

    @Test
    void noFileIsLongerThan400Lines() throws IOException {
        List<String> longer = new ArrayList<>();
        for (Path file : files) {
            if (Files.readAllLines(file).size() > LONGEST_FILE) {
                longer.add(file.getFileName().toString());
            }
        }
        assertEquals(List.of(), longer);
    }

    @Test
    void noMethodBodyIsLongerThan45Lines() {
        assertEquals(Set.of(), LONG_BODIES);
    }

    @Test
    void aSimpleNameStandsForOneType() {
        PLACES_OF_TYPES.values().removeIf(places -> places.size() == 1);
        assertEquals(Map.of(), PLACES_OF_TYPES);
    }

    @Test
    void diagnosticsAreCollectedInASinkAndNotInAListOfTheCaller() {
        assertEquals(Set.of(), COLLECTING_PARAMETERS);
    }

    @Test
    void everyPackageAndTypeHasANounOfItsOwn() {
        Set<String> found = new TreeSet<>();
        for (Path file : files) {
            String folder = String.valueOf(file.getParent().getFileName());
            String type =
                    file.getFileName().toString().replaceFirst("\\.java$", "").toLowerCase(java.util.Locale.ROOT);
            if (NO_NOUN.contains(folder) || NO_NOUN.stream().anyMatch(type::endsWith)) {
                found.add(folder + "/" + type);
            }
        }
        assertEquals(Set.of(), found);
    }

    private static final class Scanner extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private String type = "";

        Scanner(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            String outer = type;
            String name = tree.getSimpleName().toString();
            if (!name.isEmpty()) {
                type = name;
                PLACES_OF_TYPES
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(unit.getPackageName().toString());
            }
            super.visitClass(tree, null);
            type = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            String name = type + "." + tree.getName();
            if (tree.getBody() != null && lines(tree.getBody()) > LONGEST_BODY) {
                LONG_BODIES.add(name + " " + lines(tree.getBody()));
            }
            for (VariableTree parameter : tree.getParameters()) {
                if (parameter.getType().toString().matches("(List|Collection)<Diagnostic>") && tree.getBody() != null) {
                    tree.getBody().accept(new Adding(parameter.getName().toString(), name), null);
                }
            }
            return super.visitMethod(tree, null);
        }

        private long lines(Tree tree) {
            return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree))
                    - unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree))
                    - 1;
        }
    }

    /** Finds calls that add to a parameter. */
    private static final class Adding extends TreeScanner<Void, Void> {
        private final String parameter;
        private final String method;

        Adding(String parameter, String method) {
            this.parameter = parameter;
            this.method = method;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            String called = call.getMethodSelect().toString();
            if (called.equals(parameter + ".add") || called.equals(parameter + ".addAll")) {
                COLLECTING_PARAMETERS.add(method + " " + parameter);
            }
            return super.visitMethodInvocation(call, null);
        }
    }
}
