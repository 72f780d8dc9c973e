package org.guiyi.cli;

import org.guiyi.intake.Bilingual;

/** A request that cannot be carried out as given: says what was found, what was expected and what to do; exit code 2. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Bilingual said;

    UsageException(String zh, String en) {
        super(en);
        this.said = new Bilingual(zh, en);
    }

    Bilingual said() {
        return said;
    }
}
