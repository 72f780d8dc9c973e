package org.guiyi.protection;

/**
 * A line of {@code protection.number}.
 *
 * @param token what stands elsewhere in the number's place, without its signs
 * @param sealed suite (1 byte), nonce (12), text and tag
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedNumber(String token, String keyId, byte[] sealed) {}
