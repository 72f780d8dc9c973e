package org.guiyi.tabular;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** One XML part of a workbook as it is unpacked: bytes are held against the limits, the checksum is proved at the end. */
final class InflationGuard extends FilterInputStream {

    private static final long STEEP_FROM = 32L << 20;

    private final ZipEntry entry;
    private final ReadingLimits limits;
    private final Inflated total;
    private final CRC32 sum = new CRC32();
    private final MarkupWatch markup;
    private final byte[] one = new byte[1];
    private long inflated;

    InflationGuard(InputStream in, ZipEntry entry, ReadingLimits limits, Inflated total) {
        super(in);
        this.entry = entry;
        this.limits = limits;
        this.total = total;
        this.markup = new MarkupWatch(limits.recordCharacters());
    }

    /** Bytes unpacked so far from all the parts of one workbook. */
    static final class Inflated {
        private long bytes;
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        if (n < 0) {
            proveSum();
            return n;
        }
        sum.update(buffer, offset, n);
        count(n);
        markup.watch(buffer, offset, offset + n);
        return n;
    }

    private void proveSum() {
        if (entry.getCrc() != sum.getValue()) {
            throw Refusals.malformed("校验和不符", "a checksum doesn't match");
        }
    }

    private void count(int n) {
        inflated += n;
        total.bytes += n;
        if (total.bytes > limits.inflatedBytes()) {
            throw Refusals.zipBomb("超过 " + limits.inflatedBytes() + " 字节", "over " + limits.inflatedBytes() + " bytes");
        }
        if (inflated > STEEP_FROM && inflated / limits.inflationRatio() > Math.max(1, entry.getCompressedSize())) {
            throw Refusals.zipBomb(
                    "膨胀超过 " + limits.inflationRatio() + " 倍", "over " + limits.inflationRatio() + " times its size");
        }
    }
}
