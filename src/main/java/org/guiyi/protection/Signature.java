package org.guiyi.protection;

/**
 * A keyed digest and the key that made it.
 *
 * @param mac HMAC-SHA-256, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by KeyRing only, in constant time
public record Signature(String keyId, byte[] mac) {}
