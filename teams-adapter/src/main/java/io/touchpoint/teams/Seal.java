package io.touchpoint.teams;

import io.touchpoint.chat.Address;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes the one opaque id that a button carries. It is the message's token and the
 * button's action, encrypted and bound to the chat or channel where the card stands: it
 * says nothing, cannot be made by anybody else, and opens only there. Nothing needs to be
 * stored for it. That it is used once, by whom it is for and while it still counts is
 * decided behind it, by the state of what the token names, as on every platform. The same
 * button always gets the same id (the nonce is a keyed hash of the content), so that
 * putting a card again changes nothing.
 */
final class Seal {

    /** The name of the id in a button's data. */
    static final String NAME = "touchpoint";

    private static final int NONCE = 12;

    private static final int TAG_BITS = 128;

    private static final int MOST = 3000;

    private final SecretKeySpec encryption;

    private final SecretKeySpec hashing;

    /** Takes 32 bytes that nobody else knows. */
    Seal(byte[] secret) {
        if (secret.length != 32) {
            throw new IllegalArgumentException("a seal needs 32 bytes");
        }
        this.encryption = new SecretKeySpec(hash(new SecretKeySpec(secret, "HmacSHA256"), "encryption"), "AES");
        this.hashing = new SecretKeySpec(hash(new SecretKeySpec(secret, "HmacSHA256"), "nonce"), "HmacSHA256");
    }

    /** A button that was pressed: what stands behind its id. */
    record Press(String token, String action) {
    }

    /** The id of a button of the message that a token names. */
    String press(Address where, String token, String action) {
        if (token.indexOf(':') >= 0) {
            throw new IllegalStateException("a token without colons was expected: " + token);
        }
        String content = token + ":" + action;
        byte[] nonce = Arrays.copyOf(hash(hashing, where.key() + "\n" + content), NONCE);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, where, nonce, content.getBytes(StandardCharsets.UTF_8))
            .orElseThrow();
        byte[] id = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, id, NONCE, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    /** Opens an id; empty for one that is not ours or belongs somewhere else. */
    Optional<Press> open(Address where, @Nullable String id) {
        if (id == null || id.length() > MOST) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(id);
        }
        catch (IllegalArgumentException ex) {
            return Optional.empty();
        }
        if (bytes.length <= NONCE) {
            return Optional.empty();
        }
        return cipher(Cipher.DECRYPT_MODE, where, Arrays.copyOf(bytes, NONCE),
                Arrays.copyOfRange(bytes, NONCE, bytes.length))
            .map((content) -> new String(content, StandardCharsets.UTF_8))
            .map((content) -> new Press(content.substring(0, content.indexOf(':')),
                    content.substring(content.indexOf(':') + 1)));
    }

    private Optional<byte[]> cipher(int mode, Address where, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(where.key().getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(content));
        }
        catch (AEADBadTagException ex) {
            return Optional.empty();
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static byte[] hash(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
