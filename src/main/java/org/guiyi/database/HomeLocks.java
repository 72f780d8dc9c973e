package org.guiyi.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who uses the server of a home folder: every process holds {@code postgres.users} together with the others, one of them
 * {@code postgres.owner} alone. The operating system gives a dead process's locks back.
 */
final class HomeLocks {

    private static final Logger LOG = LoggerFactory.getLogger(HomeLocks.class);

    private final FileChannel ownerFile;
    private final FileChannel usersFile;
    private @Nullable FileLock ownership;
    private @Nullable FileLock use;

    private HomeLocks(FileChannel ownerFile, FileChannel usersFile) {
        this.ownerFile = ownerFile;
        this.usersFile = usersFile;
    }

    /** Joins the users; waits while the last of them is stopping the server. */
    static HomeLocks of(Path home) throws IOException {
        HomeLocks locks = new HomeLocks(open(home.resolve("postgres.owner")), open(home.resolve("postgres.users")));
        try {
            locks.use = locks.usersFile.lock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException e) {
            LOG.debug("this process uses the server already");
        }
        return locks;
    }

    /** Whether this process is the owner now. */
    boolean tryOwn() throws IOException {
        if (ownership == null) {
            ownership = tryLock(ownerFile);
        }
        return ownership != null;
    }

    /** Leaves the users, and tells whether nobody is left; newcomers then wait until {@link #release}. */
    boolean leaveAsTheLast() throws IOException {
        if (use == null) {
            return ownership != null;
        }
        use.release();
        use = tryLock(usersFile);
        return use != null;
    }

    /** Gives everything back; the ownership first, so that whoever waited for the users finds it free. */
    void release() {
        try (usersFile;
                ownerFile) {
            if (ownership != null) {
                ownership.release();
            }
        } catch (IOException e) {
            LOG.warn("the locks of the home folder are given back by the end of this process", e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
