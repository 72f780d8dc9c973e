package org.guiyi.intake;

/** A delivered file's content is not the one whose digest its marker tells; the next run looks again. */
public final class NotAsMarkedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAsMarkedException() {
        super("a delivered file does not have the sha-256 that its marker tells; nothing of it was taken");
    }
}
