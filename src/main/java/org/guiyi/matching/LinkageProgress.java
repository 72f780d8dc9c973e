package org.guiyi.matching;

/** Hears how far a linkage is; called from the linking thread, a few hundred times at most. */
@FunctionalInterface
public interface LinkageProgress {

    /** The steps of a linkage, in order. */
    enum Stage {
        ENCODING,
        TRAINING,
        BLOCKING,
        SCORING,
        CLUSTERING
    }

    /** Nobody listens. */
    LinkageProgress SILENT = (stage, done, total) -> {};

    /**
     * @param done units of the stage behind us
     * @param total units of the stage; blocking and scoring count pairs, the others records
     */
    void at(Stage stage, long done, long total);
}
