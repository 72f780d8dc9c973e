package org.guiyi.database;

/** The tables are not those of this program, and the role that asked may not change them. */
public final class SchemaBehindException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Why {
        PENDING("the tables are older than this program; run guiyi migrate as their owner"),
        NOT_THE_OWNER("the owner's role may not change the tables");

        private final String told;

        Why(String told) {
            this.told = told;
        }
    }

    private final Why why;

    SchemaBehindException(Why why) {
        super(why.told);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
