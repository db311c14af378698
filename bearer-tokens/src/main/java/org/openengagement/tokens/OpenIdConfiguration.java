package org.openengagement.tokens;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenID provider, where one is named. */
@Configuration(proxyBeanMethods = false)
public class OpenIdConfiguration {

    @Bean
    public @Nullable OpenIdProvider openIdProvider(
            @Value("${oel.issuer-uri:}") String issuer,
            @Value("${oel.issuer-audience:}") String audience,
            @Value("${oel.issuer-roles-claim:}") String rolesClaim,
            @Value("${oel.issuer-institution-claim:}") String institutionClaim) {
        return issuer.isBlank()
                ? null
                : new OpenIdProvider(
                        issuer.strip(),
                        audience.isBlank() ? null : audience.strip(),
                        rolesClaim.isBlank() ? TokenClaims.ROLES : rolesClaim.strip(),
                        institutionClaim.isBlank() ? TokenClaims.INSTITUTION : institutionClaim.strip());
    }
}
