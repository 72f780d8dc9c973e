package org.guiyi.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workbook's table of shared strings in bounded heap: packed bytes in pages, those beyond the heap's share in a
 * temporary file that has no name any more once it is open, so that no personal data outlives the process.
 *
 * <p>A string begins with its length, doubled, and a last bit that tells whether two bytes make a character.
 */
final class SharedStrings implements Closeable {

    private static final int PAGE_BITS = 20;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int PAGES = 1 << (32 - PAGE_BITS);
    private static final int CHUNK_BITS = 16;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;
    private static final int REMEMBERED = 1 << 13;
    private static final int HEADER = Integer.BYTES;

    private final ReadingLimits limits;
    private final List<ByteBuffer> pages = new ArrayList<>();
    private final List<int[]> starts = new ArrayList<>();
    private final @Nullable String[] remembered = new String[REMEMBERED];
    private final int[] rememberedIndexes = new int[REMEMBERED];
    private byte[] scratch = new byte[256];
    private int count;
    private @Nullable FileChannel spill;

    SharedStrings(ReadingLimits limits) {
        this.limits = limits;
        Arrays.fill(rememberedIndexes, -1);
    }

    int size() {
        return count;
    }

    /** Appends a string. One that is longer than a cell may be is given a character too long, so that it stays so. */
    void add(String text) throws IOException {
        if (count == limits.sharedStrings()) {
            throw Refusals.tooLarge("共享字符串的数目", "The number of shared strings", limits.sharedStrings());
        }
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        boolean wide = !isLatin(text);
        ByteBuffer page = pageFor(HEADER + (wide ? 2 * text.length() : latin.length));
        remember(count++, (pages.size() - 1) << PAGE_BITS | page.position());
        page.putInt(text.length() << 1 | (wide ? 1 : 0));
        if (wide) {
            for (int i = 0; i < text.length(); i++) {
                page.putChar(text.charAt(i));
            }
        } else {
            page.put(latin);
        }
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    private void remember(int index, int start) {
        if ((index & CHUNK_MASK) == 0) {
            starts.add(new int[1 << CHUNK_BITS]);
        }
        starts.get(index >>> CHUNK_BITS)[index & CHUNK_MASK] = start;
    }

    private ByteBuffer pageFor(int bytes) throws IOException {
        if (!pages.isEmpty() && pages.get(pages.size() - 1).remaining() >= bytes) {
            return pages.get(pages.size() - 1);
        }
        if (pages.size() == PAGES) {
            throw Refusals.tooLarge("共享字符串的字节数", "The number of bytes of shared strings", (long) PAGES * PAGE);
        }
        if (pages.size() > limits.textHeapBytes() / PAGE) {
            spillLastPage();
        }
        ByteBuffer page = ByteBuffer.allocate(PAGE);
        pages.add(page);
        return page;
    }

    /** Written first and mapped then, so that a full disk is an exception and not a crash. */
    private void spillLastPage() throws IOException {
        if (spill == null) {
            Path file = Files.createTempFile("guiyi-", ".tmp");
            spill = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        int last = pages.size() - 1;
        long position = spill.size();
        ByteBuffer content = pages.get(last).clear();
        while (content.hasRemaining()) {
            spill.write(content, position + content.position());
        }
        pages.set(last, spill.map(MapMode.READ_ONLY, position, PAGE));
    }

    /** The string at an index from 0. */
    String get(int index) {
        int slot = index & (REMEMBERED - 1);
        String text = remembered[slot];
        if (text == null || rememberedIndexes[slot] != index) {
            text = unpack(starts.get(index >>> CHUNK_BITS)[index & CHUNK_MASK]);
            remembered[slot] = text;
            rememberedIndexes[slot] = index;
        }
        return text;
    }

    private String unpack(int start) {
        ByteBuffer page = pages.get(start >>> PAGE_BITS);
        int at = start & (PAGE - 1);
        int header = page.getInt(at);
        int length = header >>> 1;
        if ((header & 1) == 0) {
            return latin(page, at + HEADER, length);
        }
        char[] characters = new char[length];
        for (int i = 0; i < length; i++) {
            characters[i] = page.getChar(at + HEADER + 2 * i);
        }
        return new String(characters);
    }

    private String latin(ByteBuffer page, int at, int length) {
        if (length > scratch.length) {
            scratch = new byte[length];
        }
        page.get(at, scratch, 0, length);
        return new String(scratch, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        pages.clear();
        if (spill != null) {
            spill.close();
        }
    }
}
