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
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nianbao.text.SentenceKey;

/**
 * Finds what became of each sentence. Two sentences are the same if their cores are ({@link SentenceKey#core}), so that new
 * figures make no new sentence. Of these, the most that stand in one order are those that stayed; the others moved. What
 * stands between two that stayed and is alike was rewritten.
 *
 * <p>The time grows with the number of sentences, not with its square: an input may have tens of thousands.
 */
final class Changes {
    /** What two sentences have in common, from 0 to 1, if one is the other in other words. */
    private static final double ALIKE = 0.5;

    /** So many dropped sentences are looked at to find what a new one was before. */
    private static final int WINDOW = 50;

    private static final int NONE = -1;

    private final List<String> before;
    private final List<String> now;

    /** For each sentence of now, the same one of before. */
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

    /** What became of the sentences, in the order of now; what was dropped stands where it stood. */
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
        List<Integer> ends = new ArrayList<>(); // of the series of each length, the one that ends lowest
        int[] previous = new int[now.size()];
        for (int i = 0; i < now.size(); i++) {
            if (origins[i] != NONE) {
                int length = shorter(ends, origins[i]);
                previous[i] = length == 0 ? NONE : ends.get(length - 1);
                if (length == ends.size()) {
                    ends.add(i);
                } else {
                    ends.set(length, i);
                }
            }
        }
        Deque<Integer> series = new ArrayDeque<>();
        for (int i = ends.isEmpty() ? NONE : ends.get(ends.size() - 1); i != NONE; i = previous[i]) {
            series.push(i);
        }
        return List.copyOf(series);
    }

    /** How many series end before an origin. */
    private int shorter(List<Integer> ends, int origin) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (origins[ends.get(middle)] < origin) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What stands between two sentences that stayed: a stretch of before and one of now. */
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
        // from the end, so that what was dropped comes right behind what it stood behind
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

    /** What a sentence was before: of the first ones that are gone, the one that is most like it. */
    private Optional<Integer> nearest(String sentence, Set<Integer> gone) {
        Set<String> pairs = pairs(sentence);
        return gone.stream()
                .limit(WINDOW)
                .filter(i -> likeness(pairs, pairs(before.get(i))) >= ALIKE)
                .max(Comparator.comparing(i -> likeness(pairs, pairs(before.get(i)))));
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
