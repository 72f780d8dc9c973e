package org.guiyi.protection;

import java.security.MessageDigest;
import java.util.Optional;
import org.guiyi.protection.NumberStore.IndexKey;

/** Holds the keys that are configured against those that a database's numbers were protected with. */
final class NumberKeyCheck {

    private static final String PROOF = "a key";

    private final NumberStore store;

    NumberKeyCheck(NumberStore store) {
        this.store = store;
    }

    /**
     * The index by which the database knows its numbers; an empty database begins with the current key.
     *
     * @return empty if there are no keys and the numbers are in clear
     */
    Optional<NumberIndex> index(Optional<NumberKeys> keys) {
        Optional<IndexKey> begun = store.indexKey();
        if (keys.isEmpty()) {
            begun.ifPresent(key -> {
                throw new KeyFaultException(
                        "这个数据库中的证件号和账号已加密，必须配置 GUIYI_NUMBER_KEY 和 GUIYI_INDEX_KEY（或其 _FILE），其中索引密钥为 " + key.id(),
                        "the identity and account numbers of this database are encrypted: it needs GUIYI_NUMBER_KEY and"
                                + " GUIYI_INDEX_KEY (or their _FILE), the index key being " + key.id());
            });
            return Optional.empty();
        }
        if (begun.isEmpty()) {
            begin(keys.get());
        }
        return Optional.of(known(keys.get(), store.indexKey().orElseThrow()));
    }

    private void begin(NumberKeys keys) {
        if (store.holdsDeliveries()) {
            throw new KeyFaultException(
                    "这个数据库中的证件号和账号是明文，只有空数据库才能启用加密：请去掉 GUIYI_NUMBER_KEY 和 GUIYI_INDEX_KEY，"
                            + "或另用一个空数据库重新导入报送的文件（见 docs/security.md）",
                    "the identity and account numbers of this database are in clear, and only an empty one can begin to encrypt"
                            + " them: unset GUIYI_NUMBER_KEY and GUIYI_INDEX_KEY, or import the delivered files into another,"
                            + " empty database (docs/security.md)");
        }
        NumberIndex index = new NumberIndex(keys.index().current(), keys.suite());
        store.beginWith(new IndexKey(index.keyId(), keys.suite(), index.check()));
    }

    private static NumberIndex known(NumberKeys keys, IndexKey begun) {
        NumberIndex index = keys.index()
                .find(begun.id())
                .map(key -> new NumberIndex(key, begun.suite()))
                .orElseThrow(() -> new KeyFaultException(
                        "GUIYI_INDEX_KEY 中没有这个数据库的索引密钥 " + begun.id() + "；索引密钥不能更换",
                        "GUIYI_INDEX_KEY does not hold this database's index key " + begun.id()
                                + "; an index key cannot be changed"));
        if (!MessageDigest.isEqual(index.check(), begun.proof())) {
            throw new KeyFaultException(
                    "GUIYI_INDEX_KEY 中名为 " + begun.id() + " 的密钥不是这个数据库的那一个",
                    "the key " + begun.id() + " in GUIYI_INDEX_KEY is not the one of this database");
        }
        return index;
    }

    /** What numbers are sealed and opened with; every key that some are sealed with must be there. */
    NumberCipher cipher(NumberKeys keys) {
        NumberCipher cipher = new NumberCipher(keys.cipher(), keys.suite());
        for (SealedNumber proof : store.cipherKeys()) {
            if (!cipher.knows(proof.keyId())) {
                throw new KeyFaultException(
                        "GUIYI_NUMBER_KEY 中缺少密钥 " + proof.keyId() + "，仍有号码用它加密；请补上，或补上后运行 guiyi keys rotate",
                        "GUIYI_NUMBER_KEY lacks the key " + proof.keyId()
                                + ", which numbers are still encrypted with; add it before the others, then guiyi keys rotate"
                                + " makes it dispensable");
            }
            prove(cipher, proof);
        }
        store.useCipherKey(cipher.seal(cipher.currentKey(), PROOF));
        return cipher;
    }

    private static void prove(NumberCipher cipher, SealedNumber proof) {
        try {
            cipher.open(proof);
        } catch (SealBrokenException e) {
            KeyFaultException fault = new KeyFaultException(
                    "GUIYI_NUMBER_KEY 中名为 " + proof.keyId() + " 的密钥不是这个数据库的那一个",
                    "the key " + proof.keyId() + " in GUIYI_NUMBER_KEY is not the one of this database");
            fault.initCause(e);
            throw fault;
        }
    }
}
