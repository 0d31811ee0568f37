package org.nianbao.check.prose;

import org.nianbao.diagnostic.Diagnostic;

/** Half-width punctuation in Chinese text, where GB/T 15834-2011 has it full-width; full-width digits and letters. */
final class Punctuation {
    private static final String HALF = ",;:?!()\"";
    private static final String CHINESE = "“”《》（）〔〕，。；：、！？";
    private static final String OPENING = "“《（〔";
    private static final String ADDRESS = "./?&=:#%~+-_@";

    private Punctuation() {}

    /** Told once for a section, at the first place, with how many there are. */
    static void look(ProsePart part) {
        Paragraph first = null;
        int from = 0;
        int to = 0;
        int count = 0;
        for (Paragraph paragraph : part.paragraphs()) {
            String words = paragraph.text().words();
            int run = 0;
            int addressed = 0;
            for (int at = 0; at < words.length(); at++) {
                char c = words.charAt(at);
                if (isHan(c)) {
                    continue;
                }
                if (at >= run && isWord(c)) {
                    run = endOfRun(words, at);
                    addressed = isAddress(words, at, run) ? run : addressed;
                }
                int end = at < addressed ? at : endOfWrong(words, at);
                if (end > at) {
                    count++;
                    if (first == null) {
                        first = paragraph;
                        from = at;
                        to = end;
                    }
                    at = end - 1;
                }
            }
        }
        if (first != null) {
            String words = first.text().words();
            String around = words.substring(Math.max(0, from - 8), Math.min(words.length(), to + 8));
            part.addOnce(Diagnostic.warning("width", words.substring(from, to), around, count), first, from, to);
        }
    }

    /** Behind the characters at an offset that have the wrong width; the offset itself if there are none. */
    private static int endOfWrong(String words, int at) {
        char before = at > 0 ? words.charAt(at - 1) : '\0';
        char behind = at + 1 < words.length() ? words.charAt(at + 1) : '\0';
        char c = words.charAt(at);
        if (isWide(c)) {
            int end = at;
            while (end < words.length() && isWide(words.charAt(end))) {
                end++;
            }
            return end;
        }
        boolean half = HALF.indexOf(c) >= 0
                && (isHan(before) || CHINESE.indexOf(before) >= 0 || isHan(behind) || OPENING.indexOf(behind) >= 0);
        boolean stop = c == '.'
                && (isHan(before) || "”》）".indexOf(before) >= 0)
                && (behind == '\0' || Character.isWhitespace(behind) || isHan(behind));
        return half || stop ? at + 1 : at;
    }

    /** Addresses have punctuation of their own. */
    private static boolean isAddress(String words, int from, int to) {
        String run = words.substring(from, to);
        return run.startsWith("www.") || run.contains("://") || run.contains("@");
    }

    private static int endOfRun(String words, int from) {
        int end = from;
        while (end < words.length() && (isWord(words.charAt(end)) || ADDRESS.indexOf(words.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isWide(char c) {
        return (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
    }

    private static boolean isHan(char c) {
        return c >= 0x4e00 && c <= 0x9fff;
    }
}
