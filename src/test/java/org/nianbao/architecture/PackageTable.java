package org.nianbao.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nianbao.Workplace;

/** The table of packages in {@code src/docs/architecture.md}, in its order. */
record PackageTable(Map<String, Row> rows) {
    static final Path PAGE = Workplace.CHECKOUT.resolve("src/docs/architecture.md");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| (.+?) \\| (.+?) \\|$");

    record Row(String sentence, Set<String> mayUse) {}

    static PackageTable read() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            Set<String> mayUse = Arrays.stream(row.group(3).split(","))
                    .map(String::strip)
                    .filter(name -> !name.equals("–"))
                    .collect(Collectors.toCollection(TreeSet::new));
            rows.put(row.group(1), new Row(row.group(2), mayUse));
        }
        return new PackageTable(rows);
    }
}
