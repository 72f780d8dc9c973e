package org.guiyi.feed;

import java.util.Optional;

/** A person a row names beside its subject: the field of the name and, where there are any, of what else is known. */
public record Related(
        RelatedRole role,
        String name,
        Optional<String> residentId,
        Optional<String> relation,
        Optional<String> phone) {}
