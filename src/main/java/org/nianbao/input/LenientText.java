package org.nianbao.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a file that no input may be, such as one in GBK: to see whose it is, not to be printed. */
public final class LenientText {
    private LenientText() {}

    /** The start of a text file in its likely encoding, as long as an input may be; empty if it is no text. */
    public static String of(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Bytes.LONGEST);
            Charset charset = Encoding.of(bytes).orElse(StandardCharsets.UTF_8);
            return Encoding.format(bytes).isPresent() ? "" : new String(bytes, charset);
        } catch (IOException e) {
            return "";
        }
    }
}
