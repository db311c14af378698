package org.openengagement.command.cases;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.openengagement.command.keys.LocalSecret;

/**
 * The codes that prove to the ledger whose case it is: 80 bits of HMAC under the vault key over the case and a counter, as
 * 16 characters of Crockford's 32 in groups of four. They stand nowhere; they are computed again.
 */
public final class AccessCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BYTES = 10;

    private final LocalSecret vaultKey;

    public AccessCodes(LocalSecret vaultKey) {
        this.vaultKey = vaultKey;
    }

    /** The first code of a case. */
    public String of(String caseId) {
        BigInteger number = new BigInteger(1, vaultKey.code(BYTES, "oel/access/v1", caseId, "0"));
        StringBuilder code = new StringBuilder();
        for (int shift = 75; shift >= 0; shift -= 5) {
            code.append(ALPHABET.charAt(number.shiftRight(shift).intValue() & 31));
            if (shift % 20 == 0 && shift > 0) {
                code.append('-');
            }
        }
        return code.toString();
    }

    /** Whether somebody typed the code of a case. Takes as long for a wrong code as for the right one. */
    public boolean opens(String caseId, String typed) {
        return MessageDigest.isEqual(bytes(of(caseId)), bytes(typed));
    }

    private static byte[] bytes(String code) {
        return code.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .getBytes(StandardCharsets.UTF_8);
    }
}
