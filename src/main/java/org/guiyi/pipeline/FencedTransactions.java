package org.guiyi.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Transactions that, while this process is at a run, begin only as long as the run is still the one that may write. */
final class FencedTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient RunLocks locks;
    private final transient DataSource database;

    FencedTransactions(DataSource database, RunLocks locks) {
        super(database);
        this.database = database;
        this.locks = locks;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        if (!locks.isRunningHere() || definition.isReadOnly()) {
            return;
        }
        try {
            RunFence.check(connection());
        } catch (SQLException e) {
            rollback(e);
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the transaction does not begin", e);
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        FaultPoint.reach("commit");
    }

    private Connection connection() {
        ConnectionHolder holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(database);
        return Objects.requireNonNull(holder, "the transaction that begins has a connection")
                .getConnection();
    }

    private void rollback(SQLException cause) {
        try {
            connection().rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
