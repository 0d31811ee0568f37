package org.nianbao.check.prose;

/** A sentence without its spaces, and where its characters are in its paragraph. */
final class Spaceless {
    private final String words;
    private final int[] origins;

    private Spaceless(String words, int[] origins) {
        this.words = words;
        this.origins = origins;
    }

    /** @param text the paragraph, in any form that has its offsets */
    static Spaceless of(String text, Paragraph.Sentence sentence) {
        StringBuilder words = new StringBuilder();
        int[] origins = new int[sentence.to() - sentence.from()];
        for (int i = sentence.from(); i < sentence.to(); i++) {
            if (text.charAt(i) != ' ') {
                origins[words.length()] = i;
                words.append(text.charAt(i));
            }
        }
        return new Spaceless(words.toString(), origins);
    }

    String words() {
        return words;
    }

    /** The offset of a character in the paragraph. */
    int origin(int offset) {
        return origins[offset];
    }
}
