package org.guiyi.linkfile;

/** Files can't be linked as asked: spec, header, ids or truth don't fit together. Names columns and files, no values. */
public final class LinkRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageZh;

    LinkRefusedException(String messageZh, String messageEn) {
        super(messageEn);
        this.messageZh = messageZh;
    }

    public String messageZh() {
        return messageZh;
    }
}
