package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The jars of the program")
class JarsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| .+ \\|$");

    @Test
    @DisplayName("are those of jars.md, which says what each is for")
    void areDescribed() throws IOException {
        String page = Files.readString(Workplace.CHECKOUT.resolve("src/docs/jars.md"));
        SortedSet<String> described = ROW.matcher(page)
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try (JarFile program =
                new JarFile(Workplace.HOME.resolve("lib/nianbao.jar").toFile())) {
            String classPath = program.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            SortedSet<String> used = Arrays.stream(classPath.split(" "))
                    .map(jar -> jar.replaceFirst("-[0-9][0-9.]*\\.jar$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(used, described);
        }
    }
}
