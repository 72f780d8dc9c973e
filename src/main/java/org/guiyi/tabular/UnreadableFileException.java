package org.guiyi.tabular;

/**
 * A delivered file that cannot be read as a table, wholly or from some row on. Both messages say where, what was found,
 * what was expected and what the sender can do; they never hold a cell's text.
 */
public final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FileFault fault;
    private final String messageZh;

    public UnreadableFileException(FileFault fault, String messageZh, String messageEn) {
        super(messageEn);
        this.fault = fault;
        this.messageZh = messageZh;
    }

    UnreadableFileException(FileFault fault, String messageZh, String messageEn, Throwable cause) {
        super(messageEn, cause);
        this.fault = fault;
        this.messageZh = messageZh;
    }

    public FileFault fault() {
        return fault;
    }

    public String messageZh() {
        return messageZh;
    }

    public String messageEn() {
        return String.valueOf(getMessage());
    }
}
