package org.nianbao.foreign.layout;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.Place;
import org.nianbao.foreign.PlainText;
import org.nianbao.text.Numbering;

/** Joins lines into paragraphs by indents, by lines that end early, and by sizes. Not thread-safe. */
final class LineFlow {
    /** In ems: a line that begins as far behind the margin begins a paragraph. */
    private static final double INDENT = 1.2;

    /** In ems: a sentence that ends as far before the margin ends a paragraph. */
    private static final double SHORT = 2.2;

    /** In ems: a line that begins not farther before the one above may belong to a paragraph that is indented as a whole. */
    private static final double ALIGNED = 0.3;

    /** In ems: or not farther behind it, where a number hangs in front. */
    private static final double HANGING = 3;

    /** In ems: a line that another of its paragraph follows ends as near to the margin, for it is justified. */
    private static final double FLUSH = 0.1;

    /** Of the width: so does any line. Marks set close to each other, and words that cannot be broken, leave less. */
    private static final double SHORT_SHARE = 0.25;

    /** A line in larger type is a title, compared with the text. */
    private static final double LARGE = 1.2;

    /** In characters; a shorter line may be a part of a picture or a table. */
    private static final int LONG = 12;

    /** The level of the numbers of lists. */
    private static final int PLAIN = 3;

    private static final Pattern SENTENCE = Pattern.compile("[。；：！？]\\s*$");

    private final List<DocumentPart> passages;
    private final StringBuilder text = new StringBuilder();
    private double margin;
    private double right;
    private double size;
    private GlyphLine last = new GlyphLine("", 0, 0, 0, 0, "", "", TaggedBlock.NONE, TaggedBlock.NONE, List.of());
    private final ListItems items = new ListItems();
    private int page;
    private int depth;
    private int paragraphs;

    /** @param passages gets the paragraphs */
    LineFlow(List<DocumentPart> passages) {
        this.passages = passages;
    }

    /** Takes the size of most lines, and the outermost places where lines of that size begin and end. */
    void measure(List<GlyphLine> lines) {
        Map<Long, Integer> counts = new TreeMap<>();
        lines.stream()
                .filter(line -> line.text().length() > LONG)
                .forEach(line -> counts.merge(Math.round(line.size()), 1, Integer::sum));
        size = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0L);
        List<GlyphLine> body =
                lines.stream().filter(line -> Math.abs(line.size() - size) < 1).toList();
        margin = body.stream().mapToDouble(GlyphLine::x).min().orElse(0);
        right = body.stream().mapToDouble(GlyphLine::end).max().orElse(0);
    }

    int paragraphs() {
        return paragraphs;
    }

    /**
     * Takes a line.
     *
     * @param number of its page
     * @param next the line below it on the page, unless a table is there
     */
    void add(GlyphLine whole, int number, @Nullable GlyphLine next) {
        int item = whole.firstBlock().number() > 0 ? 0 : items.depth(whole);
        GlyphLine line = item > 0 ? whole.withoutBullet() : whole;
        boolean title = line.size() > size * LARGE && Math.abs(line.size() - last.size()) < 1;
        boolean sentence = SENTENCE.matcher(text).find();
        double left = right - last.end();
        boolean below = line.x() > last.x() - ALIGNED * line.size() && line.x() < last.x() + HANGING * line.size();
        boolean onLeft = last.x() - margin < SHORT_SHARE * (right - margin); // a signature is not
        boolean hanging = !sentence && left < SHORT * line.size() && below && onLeft;
        boolean indented = !hanging && line.x() > margin + INDENT * line.size();
        boolean afterShort = left > SHORT * line.size() && (sentence || left > SHORT_SHARE * (right - margin));
        boolean numbered = sentence && Numbering.of(line.text()).isPresent();
        boolean otherSize = Math.abs(line.size() - last.size()) > 1;
        boolean goesOn = item == 0 && left < FLUSH * line.size() && items.isBelow(line) && !isOnMargin(next);
        boolean ordinary = indented || afterShort || numbered || otherSize || isInOtherFont(line);
        boolean begins = item > 0 || endsItem(line) || (!title && !goesOn && ordinary);
        boolean tagged = line.firstBlock().number() > 0 && last.lastBlock().number() > 0;
        boolean same = line.firstBlock().equals(last.lastBlock());
        boolean listed = numbered && afterShort; // a forced line break is in no tag
        boolean inList = line.firstBlock().depth() > 0 || last.lastBlock().depth() > 0;
        if (tagged ? (same ? listed : begins || sentence || inList) : begins) {
            end();
        }
        if (text.isEmpty()) {
            page = number;
            depth = Math.max(item, line.firstBlock().depth());
            if (item == 0) {
                items.end();
            }
        }
        text.append(text.isEmpty() ? "" : " ").append(line.text());
        last = line;
    }

    /** Whether a line stands farther left than the text of the item above. */
    private boolean endsItem(GlyphLine line) {
        return items.isOpen() && line.x() < items.text() - ALIGNED * line.size();
    }

    /** Whether a line is none of an item: it is the second one of a paragraph whose first is indented as items are. */
    private boolean isOnMargin(@Nullable GlyphLine line) {
        return line != null && Math.abs(line.x() - margin) < INDENT / 2 * line.size();
    }

    private boolean isInOtherFont(GlyphLine line) {
        return !line.firstFont().isEmpty()
                && !last.lastFont().isEmpty()
                && !line.firstFont().equals(last.lastFont());
    }

    /** Ends a paragraph. */
    void end() {
        String words = PlainText.of(text.toString());
        text.setLength(0);
        if (!words.isEmpty()) {
            int level = Numbering.of(words).map(Numbering::level).orElse(PLAIN);
            passages.add(
                    new DocumentPart.TextPart(words, level == PLAIN ? depth : 0, Place.paragraph(page, ++paragraphs)));
        }
    }
}
