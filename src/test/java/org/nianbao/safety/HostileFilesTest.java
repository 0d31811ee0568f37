package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.SmallReport;
import org.nianbao.Workplace;

/**
 * Pictures and fonts that are made to take all memory or all time. They are rendered by the launcher, in the memory that it
 * gives: those of one kind in one run, so that what one of them leaves behind would hurt the next.
 */
@Tag("slow")
@DisplayName("A hostile picture or font is refused, and the others of the run are rendered")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for a shell")
@Tag("slow")
class HostileFilesTest {
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 300 120\">%s</svg>";

    private final Map<String, String> expected = new LinkedHashMap<>();
    private Workplace place;

    @BeforeEach
    void ownFolder(@TempDir Path folder) {
        place = new Workplace(folder);
    }

    @Test
    void pngs() throws IOException {
        byte[] plain = HostileInputs.png(100, 100, 8, 2, zeros(100 * 301));
        picture("plain", plain, "");
        picture("a hundred megapixels", HostileInputs.png(10_000, 10_000, 1, 0, zeros(10_000)), "picture-too-large");
        picture(
                "a size that overflows",
                HostileInputs.png(Integer.MAX_VALUE, Integer.MAX_VALUE, 16, 6, zeros(9)),
                "picture-too-large");
        picture("pixels of eight bytes", HostileInputs.png(4000, 4000, 16, 6, zeros(9)), "picture-too-large");
        picture("fewer data than its size says", HostileInputs.png(4000, 4000, 8, 2, zeros(100)), "picture-kind");
        picture("more data than its size says", HostileInputs.png(10, 10, 8, 2, zeros(100_000_000)), "picture-kind");
        picture("cut off", Arrays.copyOf(plain, plain.length - 20), "picture-kind");
        picture("one bit wrong", changed(plain, plain.length - 30), "picture-kind");
        picture("a chunk longer than the file", changed(plain, 33), "picture-kind");
        picture("no size at all", HostileInputs.png(0, 0, 8, 2, zeros(0)), "picture-kind");
        picture("a palette that is not there", HostileInputs.png(10, 10, 8, 3, zeros(110)), "picture-kind");
        picture("a depth of seven", HostileInputs.png(10, 10, 7, 2, zeros(310)), "picture-kind");
        byte[] bomb = HostileInputs.deflated(zeros(500_000_000));
        picture(
                "texts of gigabytes",
                with(
                        plain,
                        HostileInputs.chunk("zTXt", "a\0\0", bomb),
                        HostileInputs.chunk("iTXt", "a\0\1\0\0\0", bomb)),
                "");
        picture("a profile of gigabytes", with(plain, HostileInputs.chunk("iCCP", "a\0\0", bomb)), "");
        picture(
                "frames of an animation",
                with(plain, HostileInputs.chunk("acTL", "\0\0\0\7\0\0\0\0", new byte[0])),
                "");
        picture(
                "a critical chunk of its own",
                with(plain, HostileInputs.chunk("EVIL", "", new byte[9])),
                "picture-kind");
        picture("a JPEG", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 0}, "picture-broken");
        picture("nothing", new byte[0], "picture-kind");
        render();
        assertTrue(place.read("output/texts of gigabytes.html").length() < 200_000, "the texts are left out");
    }

    @Test
    void jpegs() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(100, 60, BufferedImage.TYPE_INT_RGB), "jpeg", written);
        byte[] plain = written.toByteArray();
        picture("plain JPEG", plain, "");
        int frame = indexOf(plain, 0xC0);
        picture(
                "a JPEG of four gigapixels",
                overwritten(plain, frame + 5, 0xFF, 0xFF, 0xFF, 0xFF),
                "picture-too-large");
        picture("a JPEG without size", overwritten(plain, frame + 5, 0, 0), "picture-broken");
        picture("a JPEG in CMYK", overwritten(plain, frame + 9, 4), "picture-cmyk");
        picture("a JPEG of twelve bits", overwritten(plain, frame + 4, 12), "picture-format");
        picture("a lossless JPEG", overwritten(plain, frame + 1, 0xC3), "picture-format");
        picture("a segment longer than the JPEG", overwritten(plain, frame + 2, 0xFF, 0xFF), "picture-broken");
        for (int length = 3; length < plain.length; length += 29) {
            picture("a JPEG of " + length + " bytes", Arrays.copyOf(plain, length), "picture-broken");
        }
        int scan = indexOf(plain, 0xDA);
        ByteArrayOutputStream scans = new ByteArrayOutputStream();
        scans.write(plain, 0, scan);
        for (int k = 0; k < 1000; k++) {
            scans.write(plain, scan, plain.length - scan - 2);
        }
        picture("a JPEG of a thousand scans", scans.toByteArray(), "picture-broken");
        render();
    }

    /** The place of a marker. */
    private static int indexOf(byte[] jpeg, int marker) {
        for (int k = 2; ; k += 2 + ByteBuffer.wrap(jpeg).getShort(k + 2)) {
            if (jpeg[k + 1] == (byte) marker) {
                return k;
            }
        }
    }

    private static byte[] overwritten(byte[] file, int at, int... values) {
        byte[] changed = file.clone();
        for (int k = 0; k < values.length; k++) {
            changed[at + k] = (byte) values[k];
        }
        return changed;
    }

    @Test
    void svgs() {
        svg("plain", "<rect width='9' height='9'/>", "");
        picture("laughs", laughs(), "picture-kind");
        svg("groups in groups", "<g>".repeat(100_000) + "</g>".repeat(100_000), "picture-too-large");
        svg("many elements", "<g/>".repeat(60_000), "picture-too-large");
        svg("doubled thirty times", doubled(), "picture-too-large");
        svg("used by itself", "<g id='a'><use href='#a'/></g>", "picture-kind");
        svg("clipped by itself", "<clipPath id='a'><path clip-path='url(#a)'/></clipPath>", "picture-kind");
        svg(
                "marked by itself",
                "<style>path{marker-mid:url(#m)}</style><marker id='m'><path d='M0 0h1v1h1v1'/></marker>"
                        + "<path d='M0 0h1v1h1v1'/>",
                "picture-undrawable");
        svg("a path of 9 MB", "<path d='M0 0" + "L1 2 3 4".repeat(1_200_000) + "'/>", "picture-too-large");
        svg("dashes of a millionth", "<path stroke='red' stroke-dasharray='1e-6' d='M0 0L300 120'/>", "picture-part");
        svg("words", "<text y='20'>甲</text>", "");
        svg("words without end", "<text>" + "甲".repeat(9000) + "</text>", "picture-too-large");
        svg("words by reference", "<defs><text id='a'>甲</text></defs><use href='#a'/>", "picture-part");
        svg("a script", "<script>alert(1)</script>", "picture-kind");
        svg(
                "a foreign object",
                "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
                "picture-kind");
        svg("an image from outside", "<image href='file:///etc/passwd'/>", "picture-kind");
        svg("a use from outside", "<use xlink:href='http://localhost/a.svg#a'/>", "picture-kind");
        svg("a base", "<g xml:base='http://localhost/'><path id='a' d='M0 0h9v9z'/><use href='#a'/></g>", "");
        svg("an event", "<g onload='alert(1)'/>", "picture-kind");
        svg("an import", "<style>@import 'http://localhost/a.css'</style>", "picture-kind");
        svg("an escaped import", "<style>@\\69mport 'http://localhost/a.css'</style>", "picture-kind");
        svg("an escaped url", "<g style='fill:\\75rl(http://localhost/a)'/>", "picture-kind");
        svg("a url in a comment", "<g style='fill:ur/**/l(http://localhost/a)'/>", "picture-kind");
        svg("a filter", "<filter id='a'><feTurbulence numOctaves='999999'/></filter>", "picture-kind");
        svg("an animation", "<animate attributeName='x'/>", "picture-kind");
        svg("another element with a script", "<a:script xmlns:a='urn:a'>alert(1)</a:script>", "");
        svg("not closed", "<g>", "picture-kind");
        render();
        assertFalse(place.read("output/another element with a script.html").contains("c2NyaXB0"), "it is left out");
    }

    @Test
    void fonts() throws IOException {
        byte[] sound = named(Files.readAllBytes(Workplace.CHECKOUT.resolve("templates/fonts/FandolFang-Regular.ttf")));
        assertEquals("", font(sound), "the font itself is used");
        assertEquals("", font(Arrays.copyOf(sound, sound.length / 2)), "it has no name any more, and is passed over");
        assertEquals("font-unusable", font(without(sound, "glyf")));
        assertEquals("font-unusable", font(without(sound, "loca")));
        for (String table : new String[] {"head", "hhea", "hmtx", "maxp", "loca", "cmap", "OS/2", "post", "glyf"}) {
            String said = font(filled(sound, table));
            assertTrue(Set.of("", "font-unusable", "undrawable").contains(said), table + ": " + said);
        }
    }

    private void picture(String name, byte[] bytes, String id) {
        place.write(
                "in/" + name + ".yaml",
                SmallReport.of("某县", 2021).overall("![图](<" + name + ".bin>)").toString());
        try {
            Files.write(place.at("in/" + name + ".bin"), bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        expected.put(name, id);
    }

    private void svg(String name, String inside, String id) {
        picture(name, SVG.formatted(inside).getBytes(StandardCharsets.UTF_8), id);
    }

    private void render() {
        Workplace.Run run = Program.start(place.folder(), Map.of("LC_ALL", "C.UTF-8"), "render", "in")
                .end();
        assertEquals(1, run.status(), run.err());
        assertFalse(run.err().contains("\tat ") || run.err().contains("Bug"), run.err());
        expected.forEach((name, id) -> {
            String about = run.err()
                    .lines()
                    .filter(line -> line.contains("in/" + name + ".yaml") && line.contains("error "))
                    .collect(Collectors.joining("\n"));
            assertEquals(id, about.replaceFirst("(?s).*?error ([a-z-]+):.*", "$1"), name + ": " + run.err());
            assertEquals(id.isEmpty(), Files.exists(place.at("output/" + name + ".pdf")), name);
            assertEquals(id.isEmpty(), Files.exists(place.at("output/" + name + ".docx")), name);
        });
    }

    /** The id of what is told of a font, which is the only one of a folder. */
    private String font(byte[] bytes) throws IOException {
        Files.createDirectories(place.at("fonts"));
        Files.write(place.at("fonts/a.ttf"), bytes);
        if (!Files.exists(place.at("in"))) {
            svg("plain", "<rect width='9' height='9'/>", "");
        }
        Workplace.Run run = place.nianbao("render", "in", "--fonts", "fonts", "--format", "pdf");
        assertTrue(run.status() <= 1, run.err());
        assertEquals(run.status() == 0, !run.err().contains("error "), run.err());
        return run.status() == 0 ? "" : run.err().replaceFirst("(?s).*?error ([a-z-]+):.*", "$1");
    }

    private static byte[] laughs() {
        String entities = IntStream.range('b', 'm')
                .mapToObj(c -> "<!ENTITY %c \"%s\">".formatted(c, ("&" + (char) (c - 1) + ";").repeat(10)))
                .collect(Collectors.joining());
        return ("<!DOCTYPE svg [<!ENTITY a \"<path/>\">" + entities + "]>" + SVG.formatted("&l;"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String doubled() {
        return "<path id='a0' d='M0 0h9v9z'/>"
                + IntStream.range(0, 30)
                        .mapToObj(i ->
                                "<g id='a%d'><use href='#a%d'/><use xlink:href='#a%d'/></g>".formatted(i + 1, i, i))
                        .collect(Collectors.joining());
    }

    /** With further chunks behind the header. */
    private static byte[] with(byte[] png, byte[]... chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, 33);
        for (byte[] chunk : chunks) {
            out.writeBytes(chunk);
        }
        out.write(png, 33, png.length - 33);
        return out.toByteArray();
    }

    private static byte[] zeros(int count) {
        return new byte[count];
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 0x40;
        return changed;
    }

    /** The font under the name of one that the typography asks for. */
    private static byte[] named(byte[] font) {
        byte[] family = "FangSong".getBytes(StandardCharsets.UTF_16BE);
        ByteBuffer name = ByteBuffer.allocate(18 + family.length);
        name.putShort((short) 0).putShort((short) 1).putShort((short) 18);
        name.putShort((short) 3).putShort((short) 1).putShort((short) 0x409).putShort((short) 1);
        name.putShort((short) family.length).putShort((short) 0).put(family);
        byte[] longer = Arrays.copyOf(font, font.length + name.capacity());
        System.arraycopy(name.array(), 0, longer, font.length, name.capacity());
        int entry = entry(longer, "name");
        ByteBuffer.wrap(longer).putInt(entry + 8, font.length).putInt(entry + 12, name.capacity());
        return longer;
    }

    /** The font with a table of which every number is as large as it can be: every glyph made of itself, for one. */
    private static byte[] filled(byte[] font, String table) {
        byte[] filled = font.clone();
        ByteBuffer in = ByteBuffer.wrap(filled);
        int start = in.getInt(entry(font, table) + 8);
        Arrays.fill(filled, start, start + in.getInt(entry(font, table) + 12), (byte) 0xff);
        return filled;
    }

    private static byte[] without(byte[] font, String table) {
        byte[] without = font.clone();
        without[entry(font, table)] = '?';
        return without;
    }

    private static int entry(byte[] font, String table) {
        int tables = ByteBuffer.wrap(font).getShort(4);
        return IntStream.range(0, tables)
                .map(i -> 12 + 16 * i)
                .filter(at -> new String(font, at, 4, StandardCharsets.ISO_8859_1).equals(table))
                .findFirst()
                .orElseThrow();
    }
}
