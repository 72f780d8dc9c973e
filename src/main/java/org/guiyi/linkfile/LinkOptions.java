package org.guiyi.linkfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to link.
 *
 * @param model a trained model; without one, weights come from the spec or from training first
 * @param truth a file that says who is who
 * @param truthColumn the same as a column of the inputs
 */
public record LinkOptions(
        Path spec, List<Path> inputs, Optional<Path> model, Optional<Path> truth, Optional<String> truthColumn) {

    public LinkOptions {
        inputs = List.copyOf(inputs);
    }
}
