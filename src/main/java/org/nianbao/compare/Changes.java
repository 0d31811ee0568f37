package org.nianbao.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nianbao.text.SentenceKey;

/**
 * Finds the change of each sentence. Two sentences are the same if their cores are ({@link SentenceKey#core}), so that new
 * figures make no new sentence. The longest series of them in one order stayed; the others moved. A similar sentence between
 * two that stayed was rewritten.
 *
 * <p>The time grows little more than linearly: an input may have tens of thousands of sentences.
 */
final class Changes {
    /** Similarity, from 0 to 1, of a sentence and its rewritten form. */
    private static final double ALIKE = 0.5;

    /** Dropped sentences that a new one is compared with. */
    private static final int WINDOW = 50;

    private static final int NONE = -1;

    private final List<String> before;
    private final List<String> now;

    /** By the index of a sentence of now, that of the same one of before. */
    private final int[] origins;

    /** The sentences of before that are still there. */
    private final BitSet found = new BitSet();

    private final List<Change> changes = new ArrayList<>();

    private Changes(List<String> before, List<String> now) {
        this.before = before;
        this.now = now;
        this.origins = origins();
        Arrays.stream(origins).filter(origin -> origin != NONE).forEach(found::set);
    }

    /** The changes in the order of now; dropped sentences keep their places. */
    static List<Change> between(List<String> before, List<String> now) {
        return new Changes(before, now).find();
    }

    private List<Change> find() {
        int was = 0;
        int is = 0;
        for (int stayed : stayed()) {
            gap(was, origins[stayed], is, stayed);
            changes.add(Change.kept(before.get(origins[stayed]), now.get(stayed)));
            was = origins[stayed] + 1;
            is = stayed + 1;
        }
        gap(was, before.size(), is, now.size());
        return changes;
    }

    private int[] origins() {
        Map<String, Deque<Integer>> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.computeIfAbsent(identity(before.get(i)), unknown -> new ArrayDeque<>())
                    .add(i);
        }
        return now.stream()
                .map(sentence -> places.getOrDefault(identity(sentence), new ArrayDeque<>()))
                .mapToInt(found -> found.isEmpty() ? NONE : found.remove())
                .toArray();
    }

    private static String identity(String sentence) {
        String core = SentenceKey.core(sentence);
        return core.isEmpty() ? sentence : core;
    }

    /** The sentences of now that stayed: the longest series of them whose origins rise (by patience sorting). */
    private List<Integer> stayed() {
        // the last sentence of the best series of each length, by its origin; a longer series ends later
        NavigableMap<Integer, Integer> ends = new TreeMap<>();
        int[] previous = new int[now.size()];
        for (int i = 0; i < now.size(); i++) {
            if (origins[i] != NONE) {
                Map.Entry<Integer, Integer> shorter = ends.lowerEntry(origins[i]);
                previous[i] = shorter == null ? NONE : shorter.getValue();
                Optional.ofNullable(ends.higherKey(origins[i])).ifPresent(ends::remove);
                ends.put(origins[i], i);
            }
        }
        Deque<Integer> series = new ArrayDeque<>();
        int last =
                Optional.ofNullable(ends.lastEntry()).map(Map.Entry::getValue).orElse(NONE);
        for (int i = last; i != NONE; i = previous[i]) {
            series.push(i);
        }
        return List.copyOf(series);
    }

    /** Adds the changes between two sentences that stayed. */
    private void gap(int was, int wasEnd, int is, int isEnd) {
        NavigableSet<Integer> gone = IntStream.range(was, wasEnd)
                .filter(i -> !found.get(i))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Integer, Integer> rewritten = new HashMap<>();
        IntStream.range(is, isEnd)
                .filter(i -> origins[i] == NONE)
                .forEach(i -> nearest(now.get(i), gone).ifPresent(origin -> {
                    rewritten.put(i, origin);
                    gone.remove(origin);
                }));
        // from the end, so that a dropped sentence follows the one that it followed
        Deque<Change> here = new ArrayDeque<>();
        int end = wasEnd;
        for (int i = isEnd - 1; i >= is; i--) {
            int origin = rewritten.getOrDefault(i, end);
            dropped(gone, Math.min(origin, end), end, here);
            end = Math.min(origin, end);
            here.push(change(i, rewritten.getOrDefault(i, NONE)));
        }
        dropped(gone, was, end, here);
        changes.addAll(here);
    }

    private void dropped(NavigableSet<Integer> gone, int from, int to, Deque<Change> here) {
        gone.subSet(from, true, to, false).descendingSet().forEach(i -> here.push(Change.dropped(before.get(i))));
    }

    private Change change(int sentence, int origin) {
        if (origins[sentence] != NONE) {
            return Change.moved(before.get(origins[sentence]), now.get(sentence));
        }
        return origin == NONE ? Change.added(now.get(sentence)) : Change.kept(before.get(origin), now.get(sentence));
    }

    /** The most similar of the first sentences that are gone; empty if none is alike. */
    private Optional<Integer> nearest(String sentence, Set<Integer> gone) {
        Set<String> pairs = pairs(sentence);
        return gone.stream()
                .limit(WINDOW)
                .max(Comparator.comparing(i -> likeness(pairs, pairs(before.get(i)))))
                .filter(i -> likeness(pairs, pairs(before.get(i))) >= ALIKE);
    }

    /** The share of common pairs of characters (Dice’s coefficient). */
    private static double likeness(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return one.isEmpty() || other.isEmpty() ? 0 : 2.0 * common / (one.size() + other.size());
    }

    private static Set<String> pairs(String sentence) {
        String core = SentenceKey.core(sentence);
        return IntStream.range(0, core.length() - 1)
                .mapToObj(i -> core.substring(i, i + 2))
                .collect(Collectors.toSet());
    }
}
