package org.nianbao.font;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.Character.UnicodeBlock;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * A smaller font for the characters that nearly all reports get by with: those of GB 2312-80 and the common ones of Big5
 * (level 1). A Chinese font has up to fifty thousand glyphs, and its tables are read, held and gone through for each
 * document whether a report needs them or not.
 */
final class CommonSubset {
    /** In bytes; what is smaller is not worth a cut. */
    private static final long SMALLEST = 1 << 20;

    private static final int BIG5_LEVEL_1 = 0xA440;
    private static final int BIG5_BETWEEN_LEVELS = 0xC6A1;

    /** Character sets do not agree on which dash and which dot are theirs. */
    private static final Set<UnicodeBlock> MARKS = Set.of(
            UnicodeBlock.BASIC_LATIN,
            UnicodeBlock.LATIN_1_SUPPLEMENT,
            UnicodeBlock.GENERAL_PUNCTUATION,
            UnicodeBlock.NUMBER_FORMS,
            UnicodeBlock.ENCLOSED_ALPHANUMERICS,
            UnicodeBlock.GEOMETRIC_SHAPES,
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS);

    private CommonSubset() {}

    /** Whether a cut is to be made of a file. */
    static boolean isWorthwhile(Path file) throws IOException {
        return Files.size(file) > SMALLEST;
    }

    /** Where the cut of a file lies, if it was made ahead. */
    static Optional<Path> find(Path file, Optional<Path> folder) throws IOException {
        return folder.isEmpty()
                ? Optional.empty()
                : Optional.of(folder.get().resolve(name(file))).filter(Files::isRegularFile);
    }

    /** The cut of a font; the same font gives the same bytes. */
    static byte[] of(TrueTypeFont font) throws IOException {
        TTFSubsetter subsetter = new TTFSubsetter(font, List.of("cvt ", "fpgm", "gasp", "prep"));
        CmapLookup whole = font.getUnicodeCmapLookup();
        int[] characters = Arrays.stream(characters())
                .filter(character -> whole.getGlyphId(character) > 0)
                .toArray();
        Arrays.stream(characters).forEach(subsetter::add);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        subsetter.writeToStream(out);
        SortedMap<String, byte[]> tables = Sfnt.tables(out.toByteArray());
        Map<Integer, Integer> moved = new HashMap<>();
        subsetter.getGIDMap().forEach((now, before) -> moved.put(before, now));
        SortedMap<Integer, Integer> glyphs = new TreeMap<>();
        for (int character : characters) {
            glyphs.put(character, Objects.requireNonNull(moved.get(whole.getGlyphId(character))));
        }
        tables.put("cmap", CharacterTable.of(glyphs));
        for (String tag : List.of("name", "OS/2", "post")) { // the subsetter would leave some of their measures out
            TTFTable table = font.getTableMap().get(tag);
            if (table != null) {
                tables.put(tag, font.getTableBytes(table));
            }
        }
        tables.computeIfPresent("post", (tag, post) -> Sfnt.withoutNames(post));
        return Sfnt.file(tables);
    }

    /**
     * The name of a file's cut. It holds the checksum of the file's table directory, in which there is a checksum of every
     * table (OpenType 1.9, Table Directory), so that a large file need not be read to be known again.
     */
    static String name(Path file) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(Sfnt.directory(file));
        String name = file.getFileName().toString().replaceFirst("\\.ttf$", "");
        return name + "-" + Long.toHexString(sum.getValue()) + ".ttf";
    }

    private static int[] characters() {
        CharsetEncoder gb2312 = Charset.forName("GB2312").newEncoder();
        CharsetEncoder big5 = Charset.forName("Big5").newEncoder();
        return IntStream.rangeClosed(' ', Character.MAX_VALUE)
                .filter(Character::isDefined)
                .filter(character -> MARKS.contains(UnicodeBlock.of(character))
                        || gb2312.canEncode((char) character)
                        || isLevel1((char) character, big5))
                .toArray();
    }

    private static boolean isLevel1(char character, CharsetEncoder big5) {
        byte[] code = big5.canEncode(character) ? String.valueOf(character).getBytes(big5.charset()) : new byte[0];
        int number = code.length == 2 ? (code[0] & 0xFF) << 8 | (code[1] & 0xFF) : 0;
        return number >= BIG5_LEVEL_1 && number < BIG5_BETWEEN_LEVELS;
    }
}
