package org.openengagement.tokens;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;

/**
 * Puts what a provider's token says into the claims of the ledger's own. A provider gives roles of all sorts: those that are
 * none of the ledger's are left out. What stands in the ledger's claims of itself counts only if it is asked for there.
 */
final class ProvidersClaims implements Converter<Map<String, Object>, Map<String, Object>> {

    private final Converter<Map<String, Object>, Map<String, Object>> standard =
            MappedJwtClaimSetConverter.withDefaults(Map.of());
    private final OpenIdProvider provider;

    ProvidersClaims(OpenIdProvider provider) {
        this.provider = provider;
    }

    @Override
    public Map<String, Object> convert(Map<String, Object> said) {
        Map<String, Object> claims = new HashMap<>(standard.convert(said));
        List<?> institution = all(at(said, provider.institutionClaim()));
        claims.put(
                TokenClaims.ROLES,
                all(at(said, provider.rolesClaim())).stream()
                        .filter(TokenClaims::isGivenByToken)
                        .distinct()
                        .toList());
        claims.remove(TokenClaims.INSTITUTION);
        if (institution.size() == 1) {
            claims.put(TokenClaims.INSTITUTION, institution.getFirst());
        }
        return claims;
    }

    /** A claim of that name, or else what lies at the end of the path; claims may have dots in their own names. */
    private static @Nullable Object at(Map<String, Object> claims, String path) {
        Object found = claims.get(path);
        if (found != null) {
            return found;
        }
        found = claims;
        for (String name : Arrays.asList(path.split("\\.", -1))) {
            found = found instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return found;
    }

    private static List<?> all(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case Collection<?> several -> List.copyOf(several);
            default -> List.of(claim);
        };
    }
}
