package org.nianbao.foreign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The parts of a zip file: DOCX, XLSX, OFD. Of parts of other kinds than XML, pictures and inserted documents are kept, unless they are large. */
public final class OpenPackage {
    private static final Pattern OTHER = Pattern.compile("(?i).*\\.(?:png|jpe?g|svg|gif|bmp|x?html?|docx)");

    private final Map<String, byte[]> parts = new HashMap<>();

    private OpenPackage() {}

    /**
     * Unpacks a file.
     *
     * @throws UnreadableDocument if it is no zip file, or its parts are larger than those of any report
     */
    public static OpenPackage of(byte[] bytes) throws UnreadableDocument {
        OpenPackage opened = new OpenPackage();
        long left = Limits.PART;
        int pictures = Limits.PICTURES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    byte[] part = read(zip, left);
                    left -= part.length;
                    opened.parts.put(entry.getName().replaceFirst("^/", ""), part);
                } else if (OTHER.matcher(entry.getName()).matches()) {
                    byte[] part = zip.readNBytes(Math.min(pictures, Limits.PICTURE) + 1);
                    if (part.length <= Math.min(pictures, Limits.PICTURE)) {
                        pictures -= part.length;
                        opened.parts.put(entry.getName().replaceFirst("^/", ""), part);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableDocument(UnreadableDocument.Cause.DAMAGED, String.valueOf(e.getMessage()));
        }
        return opened;
    }

    private static byte[] read(InputStream in, long limit) throws IOException, UnreadableDocument {
        byte[] part = in.readNBytes((int) limit + 1);
        if (part.length > limit) {
            throw UnreadableDocument.tooLarge(Limits.PART >> 20, UnreadableDocument.SizeUnit.UNPACKED_MEBIBYTES);
        }
        return part;
    }

    public Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }
}
