package org.nianbao.recognition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Pairs the members of two sequences so that the order of both is kept and the sum of scores is greatest. */
final class Alignment {
    private Alignment() {}

    /** A score of a pair by the indices of its members; 0 or less for members that are no pair. */
    @FunctionalInterface
    interface Scores {
        double of(int first, int second);
    }

    /** A pair, by the indices of its members. */
    record Pair(int first, int second) {}

    /** The pairs, in order. */
    static List<Pair> of(int first, int second, Scores scores) {
        double[][] score = new double[first][second];
        double[][] sums = new double[first + 1][second + 1];
        for (int i = first - 1; i >= 0; i--) {
            for (int j = second - 1; j >= 0; j--) {
                score[i][j] = scores.of(i, j);
                double pair = score[i][j] > 0 ? score[i][j] + sums[i + 1][j + 1] : 0;
                sums[i][j] = Math.max(pair, Math.max(sums[i + 1][j], sums[i][j + 1]));
            }
        }
        List<Pair> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < first && j < second) {
            if (score[i][j] > 0 && sums[i][j] == score[i][j] + sums[i + 1][j + 1]) {
                pairs.add(new Pair(i++, j++));
            } else if (sums[i][j] == sums[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return Collections.unmodifiableList(pairs);
    }
}
