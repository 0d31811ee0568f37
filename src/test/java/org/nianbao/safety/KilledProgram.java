package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.nianbao.Workplace;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The program, which ends at one of its operations on files as if it had been killed: no cleaning up, no shutdown hook. The
 * operation is counted, not timed, so that each number is the same moment on any machine. An operation that writes has
 * written half.
 */
final class KilledProgram {
    private static final String KILL = Kill.class.getName().replace('.', '/');

    private final List<String> java;
    private final Path archive;

    private KilledProgram(List<String> java, Path archive) {
        this.java = java;
        this.archive = archive;
    }

    /**
     * Puts the counters into the program, and keeps the classes that a run loads, so that hundreds of runs start quickly.
     *
     * @param folder for both
     * @param first arguments of that run
     * @param place where it runs
     */
    static KilledProgram in(Path folder, Path place, String... first) throws Exception {
        Path jar = folder.resolve("killed.jar");
        Path lib = Workplace.HOME.resolve("lib");
        withCounters(lib.resolve("nianbao.jar"), jar);
        String libraries;
        try (Stream<Path> files = Files.list(lib)) {
            libraries = files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar") && !file.endsWith("nianbao.jar"))
                    .sorted()
                    .collect(Collectors.joining(":", jar + ":", ""));
        }
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxInlineLevel=3",
                "-XX:C1MaxInlineSize=10",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Dnianbao.home=" + Workplace.HOME,
                "-cp",
                libraries);
        KilledProgram program = new KilledProgram(java, folder.resolve("killed.jsa"));
        assertEquals(
                0,
                program.run("-XX:ArchiveClassesAtExit=", place, Integer.MAX_VALUE, first)
                        .status());
        return program;
    }

    /** Runs it in a folder up to an operation. If it is not killed, the last line of what it says is the number of operations. */
    Workplace.Run run(Path place, int last, String... arguments) throws Exception {
        return run("-XX:SharedArchiveFile=", place, last, arguments);
    }

    private Workplace.Run run(String archived, Path place, int last, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(java);
        command.add(1, archived + archive);
        command.addAll(List.of(Kill.class.getName(), String.valueOf(last)));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Workplace.Run(process.waitFor(), out, "");
    }

    private static void withCounters(Path program, Path counting) throws IOException {
        String kill = KILL + ".class";
        try (ZipFile from = new ZipFile(program.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(counting));
                InputStream own = KilledProgram.class.getResourceAsStream("/" + kill)) {
            for (ZipEntry entry : from.stream()
                    .filter(one -> !one.getName().startsWith("META-INF/MANIFEST"))
                    .toList()) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                put(to, entry.getName(), entry.getName().endsWith(".class") ? withCounters(bytes) : bytes);
            }
            put(to, kill, own.readAllBytes());
        }
    }

    private static void put(ZipOutputStream to, String name, byte[] bytes) throws IOException {
        to.putNextEntry(new ZipEntry(name));
        to.write(bytes);
        to.closeEntry();
    }

    private static byte[] withCounters(byte[] type) {
        ClassReader reader = new ClassReader(type);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Counters(writer), 0);
        return writer.toByteArray();
    }

    private static final class Counters extends ClassVisitor {
        private static final List<String> OWNERS = List.of("java/nio/file/Files", "java/nio/channels/FileChannel");

        private static final Pattern WRITING =
                Pattern.compile("move|copy|delete|write|create|newByteChannel|open|force");

        private Counters(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public void visitMethodInsn(int code, String owner, String method, String of, boolean isInterface) {
                    if (method.equals("write") && owner.equals("java/io/OutputStream") && of.equals("([B)V")) {
                        super.visitMethodInsn(
                                Opcodes.INVOKESTATIC, KILL, "write", "(Ljava/io/OutputStream;[B)V", false);
                    } else if (method.equals("write") && owner.equals("java/nio/channels/SeekableByteChannel")) {
                        super.visitMethodInsn(
                                Opcodes.INVOKESTATIC, KILL, "write", of.replace("(", "(L" + owner + ";"), false);
                    } else {
                        if (OWNERS.contains(owner) && WRITING.matcher(method).lookingAt()) {
                            super.visitMethodInsn(Opcodes.INVOKESTATIC, KILL, "count", "()V", false);
                        }
                        super.visitMethodInsn(code, owner, method, of, isInterface);
                    }
                }
            };
        }
    }
}
