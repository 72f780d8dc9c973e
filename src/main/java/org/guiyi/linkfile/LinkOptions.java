package org.guiyi.linkfile;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to link.
 *
 * @param model a trained model; without one, weights come from the spec or from training first
 * @param truth a file that says who is who
 * @param truthColumn the same as a column of the inputs
 * @param encoding how text files are encoded; empty to find out
 */
public record LinkOptions(
        Path spec,
        List<Path> inputs,
        Optional<Path> model,
        Optional<Path> truth,
        Optional<String> truthColumn,
        Optional<Charset> encoding) {

    public LinkOptions {
        inputs = List.copyOf(inputs);
    }

    /** The same, each text file in the encoding that it shows. */
    public LinkOptions(
            Path spec, List<Path> inputs, Optional<Path> model, Optional<Path> truth, Optional<String> truthColumn) {
        this(spec, inputs, model, truth, truthColumn, Optional.empty());
    }
}
