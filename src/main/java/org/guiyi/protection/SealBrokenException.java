package org.guiyi.protection;

/** A sealed number was changed, moved to another row, or sealed with another key; says nothing of what it holds. */
final class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBrokenException(Exception cause) {
        super("a sealed number is not what was sealed under its token with the key of that name", cause);
    }
}
