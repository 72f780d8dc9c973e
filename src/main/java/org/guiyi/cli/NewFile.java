package org.guiyi.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a command is asked to write a workbook: nothing that lies there is ever written over. */
final class NewFile {

    private static final String WORKBOOK = ".xlsx";

    private NewFile() {}

    /** @throws UsageException when a new workbook cannot be written there */
    static Path workbook(Path file) {
        Path place = file.toAbsolutePath().normalize();
        Path folder = place.getParent();
        if (folder == null || Files.isDirectory(place)) {
            throw new UsageException(
                    file + " 是文件夹：请给出文件名，如 " + file.resolve("退回表.xlsx"),
                    file + " is a folder: name a file, like " + file.resolve("errors.xlsx"));
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException(
                    "文件夹不存在：" + folder + "。请先建立，或写到别处",
                    "There is no folder " + folder + ": make it first, or write elsewhere");
        }
        if (Files.exists(place)) {
            throw new UsageException(
                    file + " 已经存在，不会覆盖：里面可能有改好的内容。请换一个文件名",
                    file + " is there already and is not written over: it may hold corrections. Choose another name");
        }
        if (!place.getFileName().toString().endsWith(WORKBOOK)) {
            throw new UsageException(file + " 的文件名应以 .xlsx 结尾", file + ": the name of a workbook ends with .xlsx");
        }
        return place;
    }
}
