package org.guiyi.correction;

/** What a text delivered in a field of a feed stands for, now and in later deliveries (蒙古 → 蒙古族). */
public record ValueMapping(String field, String delivered, String corrected) {}
