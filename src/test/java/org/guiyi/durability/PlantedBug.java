package org.guiyi.durability;

import java.util.List;

/**
 * A bug as the database would see it, planted by a trigger into the copy that one cycle works on.
 *
 * @param place where the process dies meanwhile; none, if the bug shows without
 */
record PlantedBug(String name, String table, String timing, String body, String place) {

    static final List<PlantedBug> ALL = List.of(
            new PlantedBug(
                    "a row in the middle of a file is dropped",
                    "intake.row, register.staged_record, intake.row_problem",
                    "before insert",
                    "if new.row_seq = 20 then return null; end if; return new;",
                    ""),
            new PlantedBug(
                    "the last row of a file is dropped",
                    "intake.row, register.staged_record, intake.row_problem",
                    "before insert",
                    """
                    if new.row_seq = 31 and exists (
                        select 1 from intake.processing join intake.submission using (submission_id)
                        where processing_id = new.processing_id and feed = 'education/students') then return null; end if;
                    return new;""",
                    ""),
            new PlantedBug(
                    "the problems of a file are never committed",
                    "intake.row_problem",
                    "before insert",
                    "return null;",
                    "stage:end"),
            new PlantedBug(
                    "a processing is published but never becomes effective",
                    "intake.processing",
                    "before update",
                    "if new.state = 'effective' then new.state = 'staged'; end if; return new;",
                    ""),
            new PlantedBug(
                    "a fact is written twice",
                    "warehouse.enrolment",
                    "before insert",
                    "if pg_trigger_depth() = 1 and new.row_number = 9 then insert into warehouse.enrolment select new.*; end if;"
                            + " return new;",
                    ""),
            new PlantedBug(
                    "a fact is lost",
                    "warehouse.enrolment",
                    "before insert",
                    "if new.row_number = 9 then return null; end if; return new;",
                    "publish:before-commit"),
            new PlantedBug(
                    "what a dead run left is not taken back",
                    "register.record_key, register.membership, register.link",
                    "before delete",
                    "if old.from_publication > register.published() then return null; end if; return old;",
                    "match:end"),
            new PlantedBug(
                    "nobody hears what a dead run published",
                    "batch.run",
                    "before update",
                    "if new.outcome = 'died' then new.outcome = 'done'; end if; return new;",
                    "publish:committed"));

    /** Plants it. */
    void into(Server.Database database) {
        database.jdbc()
                .sql("create function audit.planted() returns trigger language plpgsql as $$ begin %s end $$"
                        .formatted(body))
                .update();
        for (String each : table.split(", ", -1)) {
            database.jdbc()
                    .sql("create trigger planted %s on %s for each row execute function audit.planted()"
                            .formatted(timing, each))
                    .update();
        }
    }
}
