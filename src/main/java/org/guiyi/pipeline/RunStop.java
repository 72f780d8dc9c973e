package org.guiyi.pipeline;

import org.springframework.stereotype.Component;

/** Whether the run of this process was told to end: asked at every boundary at which a run can be left and taken up again. */
@Component
public class RunStop {

    private volatile boolean asked;

    /** Tells the run at work, and every later one of this process, to stop at its next boundary. */
    public void ask() {
        asked = true;
    }

    boolean isAsked() {
        return asked;
    }

    /** @throws StoppedException if the run was told to end */
    void check() {
        if (asked) {
            throw new StoppedException();
        }
    }
}
