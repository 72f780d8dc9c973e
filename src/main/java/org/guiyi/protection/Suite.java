package org.guiyi.protection;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A pair of algorithms: authenticated encryption in Galois/Counter Mode (NIST SP 800-38D) with nonces of 12 and tags of 16
 * bytes, and a keyed digest of 32 bytes (RFC 2104).
 */
public enum Suite {
    /** AES-256-GCM (FIPS 197) and HMAC-SHA-256. */
    AES(1, 32) {
        private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(this::cipher);

        private Cipher cipher() {
            try {
                return Cipher.getInstance("AES/GCM/NoPadding");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has AES in Galois/Counter Mode", e);
            }
        }

        @Override
        byte[] encrypt(byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
            return run(Cipher.ENCRYPT_MODE, key, nonce, bound, plain);
        }

        @Override
        byte[] decrypt(byte[] key, byte[] nonce, byte[] bound, byte[] sealed) {
            return run(Cipher.DECRYPT_MODE, key, nonce, bound, sealed);
        }

        @Override
        UnaryOperator<byte[]> mac(byte[] key) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac::doFinal;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
            }
        }

        private byte[] run(int mode, byte[] key, byte[] nonce, byte[] bound, byte[] text) {
            try {
                Cipher cipher = ciphers.get();
                cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
                cipher.updateAAD(bound);
                return cipher.doFinal(text);
            } catch (GeneralSecurityException e) {
                throw new SealBrokenException(e);
            }
        }
    },

    /** SM4-GCM (GB/T 32907-2016) and HMAC-SM3 (GB/T 32905-2016). */
    SM(2, 16) {
        @Override
        byte[] encrypt(byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
            return run(true, key, nonce, bound, plain);
        }

        @Override
        byte[] decrypt(byte[] key, byte[] nonce, byte[] bound, byte[] sealed) {
            return run(false, key, nonce, bound, sealed);
        }

        @Override
        UnaryOperator<byte[]> mac(byte[] key) {
            HMac mac = new HMac(new SM3Digest());
            mac.init(new KeyParameter(key));
            return message -> {
                mac.update(message, 0, message.length);
                byte[] sum = new byte[mac.getMacSize()];
                mac.doFinal(sum, 0);
                return sum;
            };
        }

        private byte[] run(boolean encrypt, byte[] key, byte[] nonce, byte[] bound, byte[] text) {
            GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
            cipher.init(encrypt, new AEADParameters(new KeyParameter(key), TAG * Byte.SIZE, nonce, bound));
            byte[] out = new byte[cipher.getOutputSize(text.length)];
            try {
                int length = cipher.processBytes(text, 0, text.length, out, 0);
                cipher.doFinal(out, length);
                return out;
            } catch (InvalidCipherTextException e) {
                throw new SealBrokenException(e);
            }
        }
    };

    static final int NONCE = 12;
    static final int TAG = 16;

    private final int sign;
    private final int keyLength;

    Suite(int sign, int keyLength) {
        this.sign = sign;
        this.keyLength = keyLength;
    }

    /** @throws SealBrokenException never, for a key of this suite's length */
    abstract byte[] encrypt(byte[] key, byte[] nonce, byte[] bound, byte[] plain);

    /** @throws SealBrokenException if the text, what it is bound to or the key is another than when it was encrypted */
    abstract byte[] decrypt(byte[] key, byte[] nonce, byte[] bound, byte[] sealed);

    /** The keyed digest with one key, for one thread. */
    abstract UnaryOperator<byte[]> mac(byte[] key);

    /** How a sealed value tells its suite. */
    byte sign() {
        return (byte) sign;
    }

    static Suite of(byte sign) {
        return Arrays.stream(values())
                .filter(suite -> suite.sign == sign)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a sealed number tells an unknown suite: " + sign));
    }

    /** As much of a derived secret of 32 bytes as this suite's cipher takes. */
    byte[] cipherKey(byte[] derived) {
        return Arrays.copyOf(derived, keyLength);
    }
}
