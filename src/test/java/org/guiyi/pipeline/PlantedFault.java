package org.guiyi.pipeline;

/** A fault in the database: every file with so many rows of data fails while it is staged. */
final class PlantedFault {

    private final RunningGuiyi guiyi;

    PlantedFault(RunningGuiyi guiyi) {
        this.guiyi = guiyi;
    }

    void inFilesOf(int rows) {
        run("""
                create or replace function intake.planted_fault() returns trigger language plpgsql as $$ begin
                    if (select count(*) from inserted where verdict = 'accepted') = %d then
                        raise exception 'a fault planted by a test';
                    end if;
                    return null; end $$
                """.formatted(rows));
        run("create trigger planted after insert on intake.row referencing new table as inserted"
                + " for each statement execute function intake.planted_fault()");
    }

    void takeAway() {
        run("drop trigger if exists planted on intake.row");
        run("drop function if exists intake.planted_fault");
    }

    private void run(String statement) {
        guiyi.jdbc().sql(statement).update();
    }
}
