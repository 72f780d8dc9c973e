package org.guiyi.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The beginning of a file and what it shows the file to be.
 *
 * @param head up to 64 KiB
 */
record FileContent(Kind kind, byte[] head) {

    enum Kind {
        /** A zip file: a workbook of 2007 or later, or something else that is zipped. */
        ZIP,
        /** An OLE2 compound file: a workbook of 97 to 2003, an encrypted one, or another old Office document. */
        COMPOUND,
        TEXT
    }

    private static final int HEAD = 1 << 16;
    private static final long COMPOUND_MAGIC = 0xD0CF11E0A1B11AE1L;

    static FileContent of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw Refusals.notATable("空的（0 字节）", "empty (0 bytes)");
        }
        long magic = magic(head);
        if (magic == COMPOUND_MAGIC) {
            return new FileContent(Kind.COMPOUND, head);
        }
        if (magic >>> 48 == 0x504B) {
            return new FileContent(Kind.ZIP, head);
        }
        refuseBinary(magic, head);
        refuseMarkup(head);
        return new FileContent(Kind.TEXT, head);
    }

    private static long magic(byte[] head) {
        long magic = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            magic = magic << 8 | (i < head.length ? head[i] & 0xFF : 0);
        }
        return magic;
    }

    private static void refuseBinary(long magic, byte[] head) {
        int start = (int) (magic >>> 32);
        if ((start & 0xFFF8FFFF) == 0x09000400 || (start & 0xFFF0FFFF) == 0x09000600) {
            throw Refusals.oldExcel();
        }
        if (start == 0x25504446) {
            throw Refusals.notATable("PDF 文档", "a PDF document");
        }
        if (start == 0x52617221 || start == 0x377ABCAF || start >>> 16 == 0x1F8B) {
            throw Refusals.notATable("压缩包（.rar、.7z 或 .gz），请先解压", "an archive (.rar, .7z or .gz); unpack it first");
        }
        if (start == 0x89504E47 || start >>> 8 == 0xFFD8FF) {
            throw Refusals.notATable("图片", "a picture");
        }
        if (isBinary(head)) {
            throw Refusals.notATable("无法识别的二进制内容", "unknown binary content");
        }
    }

    /** Zeros are left to the row's judge, unless they are everywhere; other control characters have no place in text. */
    private static boolean isBinary(byte[] head) {
        int controls = 0;
        int zeros = 0;
        for (byte b : head) {
            zeros += b == 0 ? 1 : 0;
            controls += b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' ? 1 : 0;
        }
        return controls > head.length / 10 || zeros > head.length * 3L / 4;
    }

    private static void refuseMarkup(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 2_048), StandardCharsets.ISO_8859_1)
                .replaceAll("[\\x00\\xEF\\xBB\\xBF\\xFE\\xFF]", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<") && start.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            throw Refusals.notATable("“XML 表格 2003”", "an XML Spreadsheet 2003");
        }
        if (start.startsWith("<!")
                || start.startsWith("<html")
                || start.startsWith("<table")
                || start.startsWith("<meta")
                || start.startsWith("<head")
                || start.startsWith("<?xml")
                || start.startsWith("<style")
                || start.startsWith("<div")) {
            throw Refusals.notATable("网页（HTML/XML），只是扩展名像表格", "a web page (HTML or XML) under a table's name");
        }
        if (start.startsWith("mime-version:")) {
            throw Refusals.notATable("单个文件网页（.mht）", "a web archive (.mht)");
        }
        if (start.startsWith("{\\rtf")) {
            throw Refusals.notATable("RTF 文档", "an RTF document");
        }
    }
}
