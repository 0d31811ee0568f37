package org.nianbao.safety;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.nianbao.command.Main;

/** What {@link KilledProgram} calls: counts operations, and ends the process at one of them. */
public final class Kill {
    /** As the system says of SIGKILL. */
    static final int KILLED = 137;

    private static final AtomicInteger OPERATIONS = new AtomicInteger();
    private static int last;

    private Kill() {}

    /** Runs the program: the number of its last operation, and its arguments. If it ends by itself, its number of operations is printed. */
    public static void main(String[] arguments) {
        last = Integer.parseInt(arguments[0]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(OPERATIONS.get())));
        Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
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
}
