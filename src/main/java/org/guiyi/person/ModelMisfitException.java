package org.guiyi.person;

/**
 * The model that somebody chose for the county no longer fits {@code jobs/matching/person.yaml}. Linking by another one would
 * move persons whom nobody has looked at, so nothing is linked until one is chosen.
 */
public final class ModelMisfitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String ZH = "启用中的归并模型“%s”（%s 启用）与改动后的 jobs/matching/person.yaml 不再相符，没有归并，什么也没有发布。"
            + "请把 person.yaml 的比较项改回去，或启用另一个模型：guiyi match activate（随附的）或 guiyi match activate --fit（用本地数据训练），先加 --preview 看影响";

    private static final String EN =
            "The model in force, %s (switched on by %s), no longer fits jobs/matching/person.yaml as it is now;"
                    + " nothing is linked and nothing published. Put its comparisons back, or switch on another model: guiyi match activate"
                    + " (the one that comes with the definitions) or guiyi match activate --fit (trained on the county's own records),"
                    + " with --preview first";

    private final String messageZh;

    ModelMisfitException(String model, String author) {
        super(EN.formatted(model, author));
        this.messageZh = ZH.formatted(model, author);
    }

    public String messageZh() {
        return messageZh;
    }
}
