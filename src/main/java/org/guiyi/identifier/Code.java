package org.guiyi.identifier;

/** An entry of a code list. */
public record Code(String code, String name) {}
