package org.guiyi.matching;

/** A model file can't be used with a spec. */
public final class ModelRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageZh;

    ModelRefusedException(String messageZh, String messageEn) {
        super(messageEn);
        this.messageZh = messageZh;
    }

    public String messageZh() {
        return messageZh;
    }
}
