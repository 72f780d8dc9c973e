package org.guiyi.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

/** The algorithms, held against published vectors. */
class SuiteTests {

    private static final byte[] NOTHING = {};

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** Test case 16 of McGrew and Viega, The Galois/Counter Mode of Operation. */
    @Test
    void encryptsAsThePublishedVectorOfAes256Gcm() {
        byte[] key = bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        byte[] plain = bytes("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        byte[] bound = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2");

        byte[] sealed = Suite.AES.encrypt(key, bytes("cafebabefacedbaddecaf888"), bound, plain);

        assertThat(sealed)
                .isEqualTo(bytes("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                        + "76fc6ece0f4e1768cddf8853bb2d551b"));
        assertThat(Suite.AES.decrypt(key, bytes("cafebabefacedbaddecaf888"), bound, sealed))
                .isEqualTo(plain);
    }

    /** Appendix A.1 of RFC 8998. */
    @Test
    void encryptsAsThePublishedVectorOfSm4Gcm() {
        byte[] key = bytes("0123456789ABCDEFFEDCBA9876543210");
        byte[] nonce = bytes("00001234567800000000ABCD");
        byte[] plain = bytes("AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
        byte[] bound = bytes("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");

        byte[] sealed = Suite.SM.encrypt(key, nonce, bound, plain);

        assertThat(sealed)
                .isEqualTo(bytes("17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                        + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                        + "83DE3541E4C2B58177E065A9BF7B62EC"));
        assertThat(Suite.SM.decrypt(key, nonce, bound, sealed)).isEqualTo(plain);
    }

    /** Example 1 of GB/T 32907-2016. */
    @Test
    void hasTheBlockCipherOfTheStandard() {
        SM4Engine cipher = new SM4Engine();
        byte[] key = bytes("0123456789abcdeffedcba9876543210");
        cipher.init(true, new KeyParameter(key));
        byte[] block = new byte[16];
        cipher.processBlock(key, 0, block, 0);

        assertThat(block).isEqualTo(bytes("681edf34d206965e86b3e94f536e4246"));
    }

    /** Example 1 of GB/T 32905-2016. */
    @Test
    void hasTheDigestOfTheStandard() {
        SM3Digest digest = new SM3Digest();
        digest.update("abc".getBytes(StandardCharsets.US_ASCII), 0, 3);
        byte[] sum = new byte[32];
        digest.doFinal(sum, 0);

        assertThat(sum).isEqualTo(bytes("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
    }

    /** Test case 2 of RFC 4231. */
    @Test
    void makesTheKeyedDigestOfThePublishedVector() {
        byte[] mac = Suite.AES
                .mac("Jefe".getBytes(StandardCharsets.US_ASCII))
                .apply("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII));

        assertThat(mac).isEqualTo(bytes("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }

    /** A keyed digest by its definition in RFC 2104, with SM3 for H. */
    @Test
    void makesTheKeyedDigestWithSm3ByItsDefinition() {
        byte[] key = bytes("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        byte[] message = "归一".getBytes(StandardCharsets.UTF_8);

        assertThat(Suite.SM.mac(key).apply(message)).isEqualTo(sm3(padded(key, 0x5c), sm3(padded(key, 0x36), message)));
    }

    private static byte[] padded(byte[] key, int pad) {
        byte[] block = new byte[64];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) ((i < key.length ? key[i] : 0) ^ pad);
        }
        return block;
    }

    private static byte[] sm3(byte[] first, byte[] second) {
        SM3Digest digest = new SM3Digest();
        digest.update(first, 0, first.length);
        digest.update(second, 0, second.length);
        byte[] sum = new byte[32];
        digest.doFinal(sum, 0);
        return sum;
    }

    @Test
    void opensNothingThatWasChangedOrMoved() {
        for (Suite suite : Suite.values()) {
            byte[] key = suite.cipherKey(new byte[32]);
            byte[] nonce = new byte[Suite.NONCE];
            byte[] row = {1};
            byte[] sealed = suite.encrypt(key, nonce, row, bytes("31"));
            byte[] changed = sealed.clone();
            changed[0] ^= 1;

            assertThat(suite.decrypt(key, nonce, row, sealed)).isEqualTo(bytes("31"));
            assertThatThrownBy(() -> suite.decrypt(key, nonce, row, changed)).isInstanceOf(SealBrokenException.class);
            assertThatThrownBy(() -> suite.decrypt(key, nonce, NOTHING, sealed))
                    .isInstanceOf(SealBrokenException.class);
        }
    }
}
