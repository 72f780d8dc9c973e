package org.guiyi.audit;

/**
 * What of the trail is not as it was written.
 *
 * @param where the number of the row ({@code event_id}), or of the seal ({@code position}) where the kind says so
 */
public record ChainFault(Kind kind, long where) {

    /** What happened; both texts have one place for the number. */
    public enum Kind {
        EVENT_CHANGED("审计记录 %d 被改动", "row %d of the trail was changed"),
        EVENT_REMOVED("审计记录 %d 被删除", "row %d of the trail was removed"),
        EVENT_INSERTED("审计记录 %d 不是由归一写入的", "row %d of the trail was not written by Guiyi"),
        SEAL_CHANGED(
                "审计记录 %d 的封印被改动，或其前的记录被替换", "the seal of row %d was changed, or what stood before it was replaced"),
        SEAL_REMOVED("封印 %d 及其记录被删除", "seal %d was removed with its row"),
        CUT_OFF(
                "自封印 %d 起的记录被截去（恢复备份后也会如此）",
                "everything from seal %d on was cut off (or an older backup was restored)"),
        REPLACED("封印 %d 与本机保存的不符：审计链被整段替换", "seal %d is not the one noted in this home folder: the chain was replaced"),
        HORIZON_FORGED("审计链起点的记录是伪造的", "the note of where the trail begins was forged"),
        KEY_UNKNOWN("审计记录 %d 的密钥不在 GUIYI_AUDIT_KEY 中，无法核对", "the key of row %d is not among those of GUIYI_AUDIT_KEY");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    public String zh() {
        return kind.zh.replace("%d", Long.toString(where));
    }

    public String en() {
        return kind.en.replace("%d", Long.toString(where));
    }
}
