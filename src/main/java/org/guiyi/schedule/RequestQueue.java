package org.guiyi.schedule;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.guiyi.audit.AuditTrail;
import org.guiyi.intake.NotAsMarkedException;
import org.guiyi.intake.StillWrittenException;
import org.guiyi.pipeline.Selection;
import org.guiyi.pipeline.Settings;
import org.guiyi.schedule.Request.Kind;
import org.guiyi.schedule.Request.State;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests that wait in the database until an instance that serves carries them out, each once and in turn. */
@Component
public class RequestQueue {

    private static final String REQUEST = "request";

    private final DataSource database;
    private final RequestRunner runner;
    private final RequestStore requests;
    private final RequestedFiles files;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;

    RequestQueue(
            DataSource database,
            RequestRunner runner,
            RequestStore requests,
            Settings settings,
            TransactionTemplate transaction,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.runner = runner;
        this.requests = requests;
        this.files = new RequestedFiles(settings.home());
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts an import into the queue; the files are copied now.
     *
     * @throws StillWrittenException when one of them still changes
     * @throws NotAsMarkedException when one has another content than its marker tells
     */
    public long ask(List<RequestedImport> imports) {
        files.awaitRest(imports);
        return transaction.execute(status -> {
            long number = requests.add(Kind.IMPORT, List.of());
            files.keep(number, imports);
            audit.note("request", REQUEST + " " + number, Kind.IMPORT.word());
            queue(number);
            return number;
        });
    }

    /** Puts a re-import into the queue; what fits the selection is looked up when its turn has come. */
    public long ask(Selection selection) {
        return ask(Kind.REIMPORT, selection.words());
    }

    /** Puts a rebuild into the queue. */
    public long askToRebuild() {
        return ask(Kind.REBUILD, List.of());
    }

    private long ask(Kind kind, List<String> words) {
        return transaction.execute(status -> {
            long number = requests.add(kind, words);
            audit.note("request", REQUEST + " " + number, (kind.word() + " " + String.join(" ", words)).strip());
            queue(number);
            return number;
        });
    }

    /** Takes a request out of the queue; false, if it is at work, over or unknown. */
    public boolean cancel(long number) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!requests.move(number, State.CANCELLED, State.QUEUED)) {
                return false;
            }
            try {
                client().cancel(TaskInstanceId.of(REQUEST, Long.toString(number)));
            } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
                status.setRollbackOnly();
                return false;
            }
            files.drop(number);
            audit.note("cancel", REQUEST + " " + number, "");
            return true;
        }));
    }

    /** The latest requests, newest first. */
    public List<Request> latest(int most) {
        return requests.latest(most);
    }

    private void queue(long number) {
        client().scheduleIfNotExists(task().instance(Long.toString(number)), clock.instant());
    }

    /** Writes in the transaction at work: a request and its place in the queue come about together. */
    private SchedulerClient client() {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database), task())
                .tableName(Schedule.TABLE)
                .build();
    }

    /** Carries a request out; one that can't be now is tried again soon. */
    OneTimeTask<Void> task() {
        return Tasks.oneTime(REQUEST)
                .onFailure((failed, operations) ->
                        operations.reschedule(failed, clock.instant().plus(Schedule.TRY_AGAIN)))
                .execute((instance, context) -> runner.run(Long.parseLong(instance.getId())));
    }
}
