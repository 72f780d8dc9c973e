package org.guiyi.pipeline;

import java.nio.file.Path;
import org.guiyi.identifier.Synthetic;

/**
 * Where a run finds and leaves things.
 *
 * @param home the folder for originals, reports and logs
 * @param jobs the folder of definitions
 * @param synthetic whether made-up identity numbers are let in (demo) or refused (production)
 */
public record Settings(Path home, Path jobs, Synthetic synthetic) {}
