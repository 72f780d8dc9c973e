package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How this process ends when it is told to (SIGTERM, Ctrl-C): a command that is at work on a run is asked to stop at its next
 * boundary, and the process ends with the exit code that the command then gives, not with Java's 143. Other commands end at
 * once.
 */
final class Ending {

    private static final long GRACE_MINUTES = 30;

    private final PrintWriter err;
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private volatile @Nullable Runnable stop;

    /** @param err where it says that it has heard */
    Ending(PrintWriter err) {
        this.err = err;
    }

    /** For commands that are at work on a run from here on: what asks it to stop. */
    void asks(Runnable request) {
        stop = request;
    }

    /** The command has ended. */
    void ended(int exitCode) {
        code.complete(exitCode);
    }

    /** What the virtual machine does when it is told to end, or when the command has. */
    Thread hook() {
        return new Thread(this::end, "end");
    }

    private void end() {
        Runnable request = stop;
        if (request == null || code.isDone()) {
            return;
        }
        err.println();
        err.println("正在停止，到下一个边界为止… stopping at the next boundary …");
        request.run();
        try {
            Runtime.getRuntime().halt(code.get(GRACE_MINUTES, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            Runtime.getRuntime().halt(Guiyi.FAILED);
        }
    }
}
