package org.guiyi.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import org.guiyi.correction.Corrections;
import org.guiyi.erasure.ErasedInRow;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.intake.Submission;
import org.guiyi.tabular.TabularFormat;
import org.guiyi.validation.Grounds;

/**
 * Everything that decides what a file's rows become.
 *
 * @param outsideScope the scope that is known before the rows are read
 */
record StagingOrder(
        Submission submission,
        long processing,
        Optional<String> outsideScope,
        FeedDefinition feed,
        Grounds grounds,
        Corrections corrections,
        ErasedInRow erased,
        Path original,
        TabularFormat format,
        Optional<AmendedRows> amended) {

    StagingOrder withFormat(TabularFormat real) {
        return new StagingOrder(
                submission, processing, outsideScope, feed, grounds, corrections, erased, original, real, amended);
    }
}
