package org.guiyi.tabular;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A look at the end of a zip file, before anything loads its directory into memory: is it whole, is it bearable? */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int END_64_LOCATOR_LENGTH = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LENGTH = 56;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long MASKED = 0xFFFFFFFFL;
    /** Header, name, extra fields and comment of an honest entry. */
    private static final int BYTES_PER_ENTRY = 512;

    private final FileChannel file;

    private ZipDirectory(FileChannel file) {
        this.file = file;
    }

    static void check(Path path, ReadingLimits limits) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            if (new ZipDirectory(file).length() > (long) limits.entries() * BYTES_PER_ENTRY) {
                throw Refusals.zipBomb("条目超过 " + limits.entries() + " 个", "over " + limits.entries() + " entries");
            }
        }
    }

    private long length() throws IOException {
        long from = Math.max(0, file.size() - LONGEST_COMMENT - END_LENGTH - END_64_LOCATOR_LENGTH);
        ByteBuffer tail = read(from, (int) (file.size() - from));
        int end = tail.capacity() - END_LENGTH;
        while (end >= 0 && tail.getInt(end) != END) {
            end--;
        }
        if (end < 0) {
            throw Refusals.malformed("文件被截断", "it was cut off");
        }
        long length = tail.getInt(end + 12) & MASKED;
        return length == MASKED ? length64(tail, end - END_64_LOCATOR_LENGTH) : length;
    }

    private long length64(ByteBuffer tail, int locator) throws IOException {
        if (locator < 0 || tail.getInt(locator) != END_64_LOCATOR) {
            return Long.MAX_VALUE;
        }
        ByteBuffer end = read(tail.getLong(locator + 8), END_64_LENGTH);
        return end.getInt(0) == END_64 ? end.getLong(40) : Long.MAX_VALUE;
    }

    private ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        if (position < 0 || position > file.size() - length) {
            throw Refusals.malformed("文件被截断", "it was cut off");
        }
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) >= 0) {
            continue;
        }
        return buffer;
    }
}
