package org.guiyi.feed;

/** Something wrong in a definition: the file as named under {@code jobs}, line and column from 1, and what and why. */
public record DefinitionFault(String file, int line, int column, String code, String messageZh, String messageEn)
        implements Comparable<DefinitionFault> {

    @Override
    public int compareTo(DefinitionFault other) {
        int byFile = file.compareTo(other.file);
        int byLine = Integer.compare(line, other.line);
        return byFile != 0 ? byFile : byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + messageEn + " " + messageZh;
    }
}
