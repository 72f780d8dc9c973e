package org.guiyi.matching;

/**
 * One thing that is wrong in a matching spec, with its place.
 *
 * @param file the spec's file name
 * @param line 1-based
 * @param column 1-based
 * @param messageZh what was found and what was expected, in Chinese
 * @param messageEn the same in English
 */
public record SpecFault(String file, int line, int column, String messageZh, String messageEn) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + messageEn;
    }
}
