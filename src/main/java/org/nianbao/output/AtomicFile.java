package org.nianbao.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A file on its way into a folder: all of it is there, on the disk, but under a name that nobody looks for. It is locked
 * for as long as it has that name, so that what a killed process left can be told from what another one is writing.
 */
final class AtomicFile implements AutoCloseable {
    /** A process that closes any channel to a file loses its lock on it, so it must know its own. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    /** One file is begun at a time. */
    private static final Semaphore BEGINNING = new Semaphore(1);

    static {
        // Ctrl-C ends the process at once, without a finally
        Runtime.getRuntime().addShutdownHook(new Thread(AtomicFile::end));
    }

    private final Path path;
    private final FileChannel channel;

    /** Other threads go on while the process ends; from here on none of them begins a file. */
    private static void end() {
        BEGINNING.acquireUninterruptibly();
        OWN.forEach(path -> path.toFile().delete());
    }

    private AtomicFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Writes a file under a name that no other has.
     *
     * @throws IOException if that fails; then it is gone again
     */
    static AtomicFile of(Path folder, byte[] bytes) throws IOException {
        BEGINNING.acquireUninterruptibly();
        AtomicFile part;
        try {
            part = fresh(folder.toAbsolutePath().normalize());
        } finally {
            BEGINNING.release();
        }
        try {
            for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                part.channel.write(rest);
            }
            part.channel.force(true); // or a power cut could leave the name without the bytes
            return part;
        } catch (IOException | RuntimeException e) {
            part.close();
            throw e;
        }
    }

    private static AtomicFile fresh(Path folder) throws IOException {
        for (int number = 0; ; number++) {
            Path path = folder.resolve(".nianbao-" + number + ".part");
            if (!OWN.add(path)) {
                continue;
            }
            try {
                FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                if (isLocked(channel) && Files.exists(path)) {
                    return new AtomicFile(path, channel);
                }
                channel.close(); // another process took it for a remnant, before it was locked
            } catch (FileAlreadyExistsException taken) {
                // try the next
            } catch (IOException e) {
                OWN.remove(path);
                throw e;
            }
            OWN.remove(path);
        }
    }

    /** Some file systems know no locks; what lies there is never taken for a remnant either. */
    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException noLocks) {
            return true;
        }
    }

    /** Removes what killed processes left in a folder; what cannot be removed stays. */
    static void sweep(Path folder) {
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(folder.toAbsolutePath().normalize(), ".nianbao-*.part")) {
            for (Path path : parts) {
                if (OWN.add(path)) {
                    remove(path);
                    OWN.remove(path);
                }
            }
        } catch (IOException | RuntimeException e) {
            // it does no harm where it lies
        }
    }

    private static void remove(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.delete(path);
            }
        }
    }

    /** Gives it its name in one step; what had that name is replaced. */
    void replace(Path whole) throws IOException {
        Files.move(path, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Gives it its name.
     *
     * @throws FileAlreadyExistsException if there is something of that name
     */
    void name(Path whole) throws IOException {
        Files.move(path, whole);
    }

    /** Removes it, if it has not got its name. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
        OWN.remove(path);
        channel.close();
    }
}
