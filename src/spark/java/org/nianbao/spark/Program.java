package org.nianbao.spark;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkFiles;

/**
 * The program on a machine of the cluster. Its own class loader gives it exactly the libraries that it was tested with, not
 * those of Spark and Hadoop.
 */
final class Program extends URLClassLoader {
    /** The name of the unpacked program in {@code --archives}. */
    private static final String ARCHIVE = "nianbao";

    private static ReportRenderer renderer;

    private Program(URL[] jars) {
        super(jars, new Shared());
    }

    /** Gives the program the JDK and {@link ReportRenderer}, nothing else. */
    private static final class Shared extends ClassLoader {
        private Shared() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.equals(ReportRenderer.class.getName()) || name.startsWith(ReportRenderer.class.getName() + "$")) {
                return ReportRenderer.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }

    /**
     * The renderer of this process. The first call opens it; all tasks share it.
     *
     * @param formats to write; the same in each call
     */
    static synchronized ReportRenderer renderer(List<String> formats) throws IOException {
        if (renderer == null) {
            System.setProperty("java.awt.headless", "true");
            renderer = open(Path.of(SparkFiles.get(ARCHIVE)), formats);
        }
        return renderer;
    }

    private static ReportRenderer open(Path home, List<String> formats) throws IOException {
        Program program = new Program(jars(home));
        ReportRenderer inside = program.call(() -> {
            try {
                return (ReportRenderer) program.loadClass("org.nianbao.spark.EngineRenderer")
                        .getConstructor(Path.class, List.class)
                        .newInstance(home, formats);
            } catch (ReflectiveOperationException e) {
                throw new IOException("The program cannot be started from " + home, e);
            }
        });
        return (input, name) -> program.call(() -> inside.render(input, name));
    }

    private static URL[] jars(Path home) throws IOException {
        List<URL> jars = new ArrayList<>();
        jars.add(Program.class.getProtectionDomain().getCodeSource().getLocation());
        try (Stream<Path> list = Files.list(home.resolve("lib"))) {
            for (Path jar : list.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(jar.toUri().toURL());
            }
        }
        return jars.toArray(URL[]::new);
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /** Libraries load classes by the class loader of the thread, so ours is set for each call. */
    private <T> T call(Work<T> work) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            return work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
