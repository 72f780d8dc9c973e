package org.guiyi.person;

import java.util.Optional;
import org.guiyi.matching.Model;

/**
 * A model and who wants it.
 *
 * @param trained the model file's text; empty for the weights written in the spec
 * @param author who switches it on
 */
public record ModelChoice(Model model, Optional<String> trained, String author, String reason) {}
