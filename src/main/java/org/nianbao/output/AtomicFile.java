package org.nianbao.output;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A file that is written under a temporary name and moved to its final name in one step. It is locked until then: a temporary
 * file without a lock was left by a killed process.
 */
final class AtomicFile implements AutoCloseable {
    /** The temporary files of this process; opening one again would release its lock. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    /** Held to create or sweep temporary files, and forever by the shutdown hook. */
    private static final Semaphore PERMIT = new Semaphore(1);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            PERMIT.acquireUninterruptibly();
            OPEN.forEach(path -> path.toFile().delete());
        }));
    }

    private final Path path;
    private final FileChannel channel;

    private AtomicFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Writes the bytes to the disk under a temporary name in a folder. */
    static AtomicFile write(Path folder, byte[] bytes) throws IOException {
        AtomicFile file = create(folder.toAbsolutePath().normalize());
        try {
            Channels.newOutputStream(file.channel).write(bytes);
            file.channel.force(true); // a power failure could leave the final name without the bytes
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static AtomicFile create(Path folder) throws IOException {
        PERMIT.acquireUninterruptibly();
        try {
            for (int number = 0; ; number++) {
                Path path = folder.resolve(".nianbao-" + number + ".part");
                try {
                    FileChannel channel =
                            FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    if (isLocked(channel) && Files.exists(path)) {
                        OPEN.add(path);
                        return new AtomicFile(path, channel);
                    }
                    channel.close(); // swept by another process before it was locked
                } catch (FileAlreadyExistsException taken) {
                    // try the next number
                }
            }
        } finally {
            PERMIT.release();
        }
    }

    /** Locks a file. Where the file system has no locks, {@link #sweep} deletes nothing, so none is needed. */
    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException unsupported) {
            return true;
        }
    }

    /** Deletes the temporary files that killed processes left in a folder, as far as possible. */
    static void sweep(Path folder) {
        PERMIT.acquireUninterruptibly();
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(folder.toAbsolutePath().normalize(), ".nianbao-*.part")) {
            for (Path path : parts) {
                if (!OPEN.contains(path) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    deleteUnlocked(path);
                }
            }
        } catch (IOException | RuntimeException e) {
            // a leftover file is harmless
        } finally {
            PERMIT.release();
        }
    }

    private static void deleteUnlocked(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.delete(path);
            }
        }
    }

    /** Moves the file to its final name in one step, replacing a file of that name. */
    void replace(Path target) throws IOException {
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Moves the file to its final name.
     *
     * @throws FileAlreadyExistsException if the name is taken
     */
    void moveTo(Path target) throws IOException {
        Files.move(path, target);
    }

    /** Deletes the file unless it was moved. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
        OPEN.remove(path);
        channel.close();
    }
}
