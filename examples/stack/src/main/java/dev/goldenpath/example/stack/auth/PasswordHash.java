package dev.goldenpath.example.stack.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A password as it is stored: a random salt, one per hash, and the PBKDF2 digest of password and salt. */
final class PasswordHash {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ITERATIONS = 210_000;
    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] salt;
    private final byte[] digest;

    PasswordHash(byte[] salt, byte[] digest) {
        this.salt = salt.clone();
        this.digest = digest.clone();
    }

    static PasswordHash of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PasswordHash(salt, digest(password, salt));
    }

    /** Takes as long to compare with as any other, and matches no password. */
    static PasswordHash unmatchable() {
        return new PasswordHash(new byte[SALT_BYTES], new byte[BITS / Byte.SIZE]);
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] digest() {
        return digest.clone();
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(digest, digest(password, salt));
    }

    private static byte[] digest(String password, byte[] salt) {
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        } finally {
            key.clearPassword();
        }
    }
}
