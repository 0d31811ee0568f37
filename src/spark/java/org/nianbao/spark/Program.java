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
 * The program on a machine of the cluster. It has a class loader of its own, so that it runs with exactly the libraries that
 * it was built and tested with, whatever Spark and Hadoop bring along.
 */
final class Program extends URLClassLoader {
    /** What {@code --archives} calls the unpacked program. */
    private static final String ARCHIVE = "nianbao";

    private static Desk desk;

    private Program(URL[] jars) {
        super(jars, new Shared());
    }

    /** Shows the program the JDK and what both sides of a desk speak of, nothing else. */
    private static final class Shared extends ClassLoader {
        private Shared() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.equals(Desk.class.getName()) || name.startsWith(Desk.class.getName() + "$")) {
                return Desk.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }

    /**
     * The desk of this process; opened when it is first asked for, and then kept, so that it is warm for all tasks.
     *
     * @param formats to write; the same each time
     */
    static synchronized Desk desk(List<String> formats) throws IOException {
        if (desk == null) {
            System.setProperty("java.awt.headless", "true");
            desk = open(Path.of(SparkFiles.get(ARCHIVE)), formats);
        }
        return desk;
    }

    private static Desk open(Path home, List<String> formats) throws IOException {
        Program program = new Program(jars(home));
        Desk inside = program.call(() -> {
            try {
                return (Desk) program.loadClass("org.nianbao.spark.ReportDesk")
                        .getConstructor(Path.class, List.class)
                        .newInstance(home, formats);
            } catch (ReflectiveOperationException e) {
                throw new IOException("The program cannot be started from " + home, e);
            }
        });
        return (input, name) -> program.call(() -> inside.make(input, name));
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
        T done() throws IOException;
    }

    /** Libraries ask the thread for its class loader, so it must be ours while they are at work. */
    private <T> T call(Work<T> work) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            return work.done();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
