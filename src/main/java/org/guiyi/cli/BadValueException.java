package org.guiyi.cli;

import org.guiyi.intake.Bilingual;
import picocli.CommandLine.TypeConversionException;

/** A word on the command line that does not have the form of what it should be. */
final class BadValueException extends TypeConversionException {

    private static final long serialVersionUID = 1L;

    private final transient Bilingual said;

    BadValueException(String zh, String en) {
        super(en);
        this.said = new Bilingual(zh, en);
    }

    Bilingual said() {
        return said;
    }
}
