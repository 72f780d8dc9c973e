package org.guiyi.tabular;

import static org.guiyi.tabular.FileFault.CELL_REFERENCE;
import static org.guiyi.tabular.FileFault.DOCTYPE;
import static org.guiyi.tabular.FileFault.ENCODING;
import static org.guiyi.tabular.FileFault.ENCRYPTED;
import static org.guiyi.tabular.FileFault.ET_WPS;
import static org.guiyi.tabular.FileFault.EXCEL_5_95;
import static org.guiyi.tabular.FileFault.MALFORMED;
import static org.guiyi.tabular.FileFault.NOT_A_TABLE;
import static org.guiyi.tabular.FileFault.NO_SHEETS;
import static org.guiyi.tabular.FileFault.TOO_LARGE;
import static org.guiyi.tabular.FileFault.UNCLOSED_QUOTE;
import static org.guiyi.tabular.FileFault.ZIP_BOMB;

import java.nio.charset.Charset;

/** The words in which a file is refused: where, what was found, what was expected, what the sender can do. */
final class Refusals {

    private static final String RESAVE_ZH = "请用 Excel 或 WPS 打开后另存为 .xlsx 再报送。";
    private static final String RESAVE_EN = " Open it in Excel or WPS, save it as .xlsx and send that.";

    private Refusals() {}

    static UnreadableFileException encrypted() {
        return new UnreadableFileException(
                ENCRYPTED,
                "文件设有密码（或结构保护），无法读取。请用 Excel 或 WPS 打开，取消“文件—信息—保护工作簿”中的密码后另存为 .xlsx 再报送。",
                "The file is protected with a password and can't be read; an unprotected workbook was expected."
                        + " Remove the password (File > Info > Protect Workbook), save it as .xlsx and send that.");
    }

    static UnreadableFileException wpsTable() {
        return new UnreadableFileException(
                ET_WPS,
                "文件是 WPS 表格专用格式（.et），应为 .xlsx、.xls 或 .csv。请用 WPS 打开，“另存为—Excel 文件（*.xlsx）”再报送。",
                "The file is in WPS Office's own .et format, but .xlsx, .xls or .csv was expected."
                        + " Open it in WPS, save it as an Excel file (*.xlsx) and send that.");
    }

    static UnreadableFileException oldExcel() {
        return new UnreadableFileException(
                EXCEL_5_95,
                "文件是 Excel 5.0/95 或更早的格式，应为 .xlsx、.xls（97–2003）或 .csv。" + RESAVE_ZH,
                "The file is in the format of Excel 5, 95 or older, but .xlsx, .xls (97–2003) or .csv was expected."
                        + RESAVE_EN);
    }

    static UnreadableFileException notATable(String foundZh, String foundEn) {
        return new UnreadableFileException(
                NOT_A_TABLE,
                "文件内容是" + foundZh + "，应为 .xlsx、.xls 或 .csv 表格。" + RESAVE_ZH,
                "The file is " + foundEn + ", but a table (.xlsx, .xls or .csv) was expected." + RESAVE_EN);
    }

    static UnreadableFileException noSheets() {
        return new UnreadableFileException(
                NO_SHEETS,
                "工作簿中没有任何工作表，应至少有一张。请检查导出程序，或重新导出后报送。",
                "The workbook has no worksheet, but at least one was expected. Export it again and send that.");
    }

    static UnreadableFileException tooLarge(String whatZh, String whatEn, long limit) {
        return new UnreadableFileException(
                TOO_LARGE,
                whatZh + "超过上限 " + limit + "。请分成几个文件报送。",
                whatEn + " is over the limit of " + limit + ". Send the table in several files.");
    }

    static UnreadableFileException zipBomb(String foundZh, String foundEn) {
        return new UnreadableFileException(
                ZIP_BOMB,
                "文件解压后异常膨胀（" + foundZh + "），疑似压缩炸弹，已停止读取。如果内容属实，" + RESAVE_ZH,
                "The file swells suspiciously when unpacked (" + foundEn
                        + "), as a zip bomb does; reading was stopped. If its content is honest:" + RESAVE_EN);
    }

    static UnreadableFileException doctype() {
        return new UnreadableFileException(
                DOCTYPE,
                "文件内部的 XML 带有 DOCTYPE 声明，正常的表格不会有，已拒绝读取。" + RESAVE_ZH,
                "An XML part of the file has a DOCTYPE, which no office program writes; it was refused." + RESAVE_EN);
    }

    static UnreadableFileException cellReference(int sheet, int row) {
        return new UnreadableFileException(
                CELL_REFERENCE,
                placeZh(sheet, row) + "有单元格地址超出范围，应在 A1 至 XFD1048576 之内。" + RESAVE_ZH,
                "In " + placeEn(sheet, row) + " a cell address is out of range; it should be within A1 to XFD1048576."
                        + RESAVE_EN);
    }

    static UnreadableFileException malformed(String foundZh, String foundEn) {
        return new UnreadableFileException(
                MALFORMED,
                "文件已损坏或不完整：" + foundZh + "。" + RESAVE_ZH,
                "The file is damaged or incomplete: " + foundEn + "." + RESAVE_EN);
    }

    static UnreadableFileException malformedAt(int sheet, int row, String foundZh, String foundEn) {
        return malformed(placeZh(sheet, row) + foundZh, "in " + placeEn(sheet, row) + " " + foundEn);
    }

    /** For what a parser threw; its own message is left out because it may hold cell text. */
    static UnreadableFileException malformed(String afterZh, String afterEn, Throwable cause) {
        return new UnreadableFileException(
                MALFORMED,
                "文件已损坏或不完整，" + afterZh + "无法继续读取。" + RESAVE_ZH,
                "The file is damaged or incomplete and can't be read " + afterEn + "." + RESAVE_EN,
                cause);
    }

    static UnreadableFileException encoding(long line, String expectedZh, String expectedEn) {
        return new UnreadableFileException(
                ENCODING,
                "第 " + line + " 行附近有字节不符合编码，应为" + expectedZh + "。请用 Excel 或 WPS 打开核对乱码后，另存为 .xlsx 或“CSV UTF-8”再报送。",
                "Near line " + line + " there are bytes against the encoding; expected was " + expectedEn
                        + ". Open the file in Excel or WPS, check for garbled text, save it as .xlsx or \"CSV UTF-8\" and"
                        + " send that.");
    }

    static UnreadableFileException encoding(long line, Charset charset) {
        return encoding(line, " " + charset.name(), charset.name());
    }

    static UnreadableFileException quote(long line, String foundZh, String foundEn) {
        return new UnreadableFileException(
                UNCLOSED_QUOTE,
                "从第 " + line + " 行开始的记录" + foundZh + "。字段内的双引号应写成两个（\"\"）并成对出现；请改正，或另存为 .xlsx 再报送。",
                "The record that begins on line " + line + " " + foundEn
                        + ". A quotation mark inside a field should be doubled (\"\") and each one closed. Correct it, or"
                        + " save the table as .xlsx and send that.");
    }

    private static String placeZh(int sheet, int row) {
        return "第 " + (sheet + 1) + " 张工作表第 " + row + " 行";
    }

    private static String placeEn(int sheet, int row) {
        return "sheet " + (sheet + 1) + ", row " + row;
    }
}
