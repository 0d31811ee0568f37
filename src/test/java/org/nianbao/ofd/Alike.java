package org.nianbao.ofd;

import java.awt.image.BufferedImage;

/** How much two pictures of a page differ. */
final class Alike {
    private static final int WINDOW = 2;
    private static final int VISIBLE = 64;

    private Alike() {}

    /** Parts in a thousand of the pixels whose grey, over the five by five pixels around it, differs by more than a quarter. */
    static double perMille(BufferedImage a, BufferedImage b) {
        int width = Math.min(a.getWidth(), b.getWidth());
        int height = Math.min(a.getHeight(), b.getHeight());
        long[][] one = sums(a, width, height);
        long[][] other = sums(b, width, height);
        int differing = 0;
        for (int y = WINDOW; y < height - WINDOW; y++) {
            for (int x = WINDOW; x < width - WINDOW; x++) {
                if (Math.abs(mean(one, x, y) - mean(other, x, y)) > VISIBLE) {
                    differing++;
                }
            }
        }
        return 1000.0 * differing / ((double) width * height);
    }

    /** The share of pixels that are not white, in parts of a thousand. */
    static double inked(BufferedImage image) {
        int inked = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                inked += grey(image, x, y) < 255 - VISIBLE ? 1 : 0;
            }
        }
        return 1000.0 * inked / ((double) image.getWidth() * image.getHeight());
    }

    private static double mean(long[][] sums, int x, int y) {
        int side = 2 * WINDOW + 1;
        long sum = sums[y + WINDOW + 1][x + WINDOW + 1]
                - sums[y - WINDOW][x + WINDOW + 1]
                - sums[y + WINDOW + 1][x - WINDOW]
                + sums[y - WINDOW][x - WINDOW];
        return (double) sum / (side * side);
    }

    private static long[][] sums(BufferedImage image, int width, int height) {
        long[][] sums = new long[height + 1][width + 1];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sums[y + 1][x + 1] = grey(image, x, y) + sums[y][x + 1] + sums[y + 1][x] - sums[y][x];
            }
        }
        return sums;
    }

    private static int grey(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3;
    }
}
