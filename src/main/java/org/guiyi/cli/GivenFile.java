package org.guiyi.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command is asked to read. */
final class GivenFile {

    private GivenFile() {}

    /** @throws UsageException when there is no such file */
    static Path of(Path file) {
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " 是文件夹：请给出其中的文件", file + " is a folder: name the files in it");
        }
        if (!Files.isRegularFile(file)) {
            throw new UsageException("文件不存在：" + file, "There is no file " + file);
        }
        return file;
    }
}
