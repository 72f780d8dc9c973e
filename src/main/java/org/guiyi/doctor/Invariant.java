package org.guiyi.doctor;

import org.guiyi.intake.Bilingual;

/** What must hold between runs, each with what to do when it does not. */
enum Invariant {
    I1("行与记录的账不平", "ledgers of rows or records do not balance", Remedy.READ_AGAIN),
    I2("有行或报送批次丢失", "rows or submissions are lost", Remedy.READ_AGAIN),
    I3("有东西重复", "something stands twice", Remedy.REBUILD),
    I4("记录的版本次序与报送次序不符", "versions contradict the order of deliveries", Remedy.REBUILD),
    I5("运行中断后留下未完的东西", "a run that died left something unfinished", Remedy.NEXT_RUN),
    I6("仓库与登记不一致（含丢失的事实）", "the warehouse differs from the register, or lost a fact", Remedy.REBUILD),
    I7("采信值与其来源单元格不符", "values differ from the cells they come from", Remedy.REBUILD),
    I8("记录不属于任何人或属于多人", "records are in no person or in several", Remedy.REBUILD),
    I9("有状态变化没有审计记录", "changes of state without an audit event", Remedy.LOOK);

    private final Bilingual what;
    private final Remedy remedy;

    Invariant(String zh, String en, Remedy remedy) {
        this.what = new Bilingual(zh, en);
        this.remedy = remedy;
    }

    /** The invariant that a line of {@code audit.violation} names: {@code I6 visibility}. */
    static Invariant named(String line) {
        return valueOf(line.substring(0, line.indexOf(' ')));
    }

    Bilingual what() {
        return what;
    }

    Bilingual remedy() {
        return remedy.said;
    }

    private enum Remedy {
        READ_AGAIN(
                "用 guiyi reimport 回执号 重新导入所列批次；仍在则从备份恢复",
                "guiyi reimport RECEIPT reads the named submissions again; if it stays, restore the backup"),
        REBUILD(
                "运行 guiyi rebuild，由存档与决定重算登记与仓库，然后再运行 guiyi doctor",
                "guiyi rebuild computes register and warehouse afresh from what was recorded; then guiyi doctor again"),
        NEXT_RUN("运行 guiyi nightly（或等下一夜），它会接着做完", "guiyi nightly, or the next night, finishes it"),
        LOOK(
                "查看 audit.event 与数据库日志：有人绕过程序改了数据，或删了审计记录",
                "look into audit.event and the database's log: somebody changed data past the program, or deleted events");

        private final Bilingual said;

        Remedy(String zh, String en) {
            this.said = new Bilingual(zh, en);
        }
    }
}
