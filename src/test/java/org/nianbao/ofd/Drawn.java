package org.nianbao.ofd;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.ofdrw.converter.FontLoader;
import org.ofdrw.converter.ImageMaker;
import org.ofdrw.reader.OFDReader;

/**
 * Draws the pages of OFD files with ofdrw. It is a program of its own, because ofdrw’s font loader names classes of iText,
 * which is AGPL and not here: it loads only where Java does not verify it, and its list of system fonts is never made.
 */
public final class Drawn {
    private Drawn() {}

    /** The pages of files, each as {@code FILE-0.png} and so on beside it. */
    static void pages(List<Path> files, int dpi) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Drawn.class.getName(),
                String.valueOf(dpi)));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }

    /** Takes the dots per inch, then files. */
    public static void main(String[] arguments) throws Throwable {
        MethodHandles.Lookup inside = MethodHandles.privateLookupIn(FontLoader.class, MethodHandles.lookup());
        inside.findStaticSetter(FontLoader.class, "instance", FontLoader.class)
                .invoke(inside.findConstructor(FontLoader.class, MethodType.methodType(void.class))
                        .invoke());
        double dotsPerMillimetre = Integer.parseInt(arguments[0]) / 25.4;
        for (String file : List.of(arguments).subList(1, arguments.length)) {
            try (OFDReader reader = new OFDReader(Path.of(file))) {
                ImageMaker maker = new ImageMaker(reader, dotsPerMillimetre);
                for (int page = 0; page < maker.pageSize(); page++) {
                    BufferedImage image = maker.makePage(page);
                    ImageIO.write(
                            image, "png", Path.of(file + "-" + page + ".png").toFile());
                }
            }
        }
    }
}
