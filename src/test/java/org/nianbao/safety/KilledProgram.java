package org.nianbao.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
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
public final class KilledProgram extends ClassLoader {
    /** As the system says of SIGKILL. */
    static final int KILLED = 137;

    private static final String PROGRAM = "org.nianbao.";
    private static final String SELF = KilledProgram.class.getName().replace('.', '/');

    private static final AtomicInteger OPERATIONS = new AtomicInteger();
    private static int last;

    private KilledProgram() {
        super(KilledProgram.class.getClassLoader());
    }

    /** Runs the program in the current folder: the number of its last operation, and its arguments. */
    @SuppressWarnings("unchecked")
    public static void main(String[] arguments) throws ReflectiveOperationException {
        last = Integer.parseInt(arguments[0]);
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        ToIntFunction<String[]> run = (ToIntFunction<String[]>) new KilledProgram()
                .loadClass(Run.class.getName())
                .getDeclaredConstructor()
                .newInstance();
        int status = run.applyAsInt(rest);
        System.out.println(OPERATIONS.get());
        System.exit(status);
    }

    /** Runs the program; loaded with the counters. */
    public static final class Run implements ToIntFunction<String[]> {
        @Override
        public int applyAsInt(String[] arguments) {
            return new Workplace(Path.of("").toAbsolutePath())
                    .nianbao(arguments)
                    .status();
        }
    }

    /** Called before an operation. */
    public static void count() {
        if (OPERATIONS.incrementAndGet() == last) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** Called instead of {@link OutputStream#write(byte[])}. */
    public static void write(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes, 0, bytes.length / 2);
        count();
        out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
    }

    /** Called instead of {@link SeekableByteChannel#write(ByteBuffer)}. */
    public static int write(SeekableByteChannel channel, ByteBuffer bytes) throws IOException {
        int half = channel.write(bytes.slice(bytes.position(), bytes.remaining() / 2));
        bytes.position(bytes.position() + half);
        count();
        return half + channel.write(bytes);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            boolean isOwn = name.startsWith(PROGRAM) && !name.equals(KilledProgram.class.getName());
            return isOwn ? withCounters(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> withCounters(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            ClassReader reader = new ClassReader(in);
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new Counters(writer), 0);
            byte[] bytes = writer.toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                                Opcodes.INVOKESTATIC, SELF, "write", "(Ljava/io/OutputStream;[B)V", false);
                    } else if (method.equals("write") && owner.equals("java/nio/channels/SeekableByteChannel")) {
                        super.visitMethodInsn(
                                Opcodes.INVOKESTATIC, SELF, "write", of.replace("(", "(L" + owner + ";"), false);
                    } else {
                        if (OWNERS.contains(owner) && WRITING.matcher(method).lookingAt()) {
                            super.visitMethodInsn(Opcodes.INVOKESTATIC, SELF, "count", "()V", false);
                        }
                        super.visitMethodInsn(code, owner, method, of, isInterface);
                    }
                }
            };
        }
    }
}
