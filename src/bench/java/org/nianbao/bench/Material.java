package org.nianbao.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** The words of synthetic reports, from {@code material.txt}. */
final class Material {
    static final Material SHIPPED = read();

    private final Map<String, List<String>> lists;

    private Material(Map<String, List<String>> lists) {
        this.lists = lists;
    }

    private static Material read() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        List<String> list = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Material.class.getResourceAsStream("material.txt")), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("[")) {
                    list = new ArrayList<>();
                    lists.put(line.substring(1, line.length() - 1), list);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    list.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Material(lists);
    }

    /** All lines of a list. */
    List<String> lines(String list) {
        return Objects.requireNonNull(lists.get(list), list);
    }

    /** The words of a list on one line. */
    List<String> words(String list) {
        return Arrays.asList(lines(list).get(0).split("\\|"));
    }

    /** The characters of a list on one line. */
    String characters(String list) {
        return lines(list).get(0);
    }

    String any(String list, Random random) {
        return lines(list).get(random.nextInt(lines(list).size()));
    }

    /** Different lines in random order; all lines if there are fewer. */
    List<String> some(String list, int number, Random random) {
        List<String> lines = new ArrayList<>(lines(list));
        Collections.shuffle(lines, random);
        return lines.subList(0, Math.min(number, lines.size()));
    }
}
