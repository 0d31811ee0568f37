package org.nianbao.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One of the parts into which independent runs divide their inputs. An input belongs to the part whose index is the CRC-32
 * (ISO 3309, as in zip) of its file name in UTF-8, modulo the number of parts; its folder and the other files do not matter.
 *
 * @param index counted from 0, as {@code JOB_COMPLETION_INDEX} is
 * @param count of parts, at least 1
 */
record Shard(int index, int count) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

    /** The part that a person means by {@code I/N}, if there is such a part. */
    static Optional<Shard> of(String typed) {
        Matcher written = WRITTEN.matcher(typed);
        return written.matches()
                ? Optional.of(new Shard(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2))))
                        .filter(shard -> shard.index < shard.count)
                : Optional.empty();
    }

    /** Whether an input belongs to this part. */
    boolean holds(Path input) {
        CRC32 sum = new CRC32();
        sum.update(String.valueOf(input.getFileName()).getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % count == index;
    }

    /** The inputs of this part, in their order. */
    Map<Path, String> filter(Map<Path, String> inputs) {
        Map<Path, String> own = new LinkedHashMap<>(inputs);
        own.keySet().removeIf(input -> !holds(input));
        return own;
    }
}
