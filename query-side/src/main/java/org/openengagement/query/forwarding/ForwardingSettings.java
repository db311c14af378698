package org.openengagement.query.forwarding;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.start.UnusableSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the command side is, and how long it is waited for.
 *
 * @param addresses its nodes, such as {@code http://commands-1:8090}, with commas; one at least
 * @param connectWithin how long a node may take to be connected to, before the next one is tried
 * @param answerWithin how long a node may take to answer a mutation that it was sent; an import may take as long as it takes
 * @param silentAfter how long mutations may wait at a node that answers none of them, before others are asked first; while
 *     another says that it takes nothing, it is then not asked at all
 * @param atOnce how many requests are under way to the command side at most, so that a command side that is slow to answer
 *     never holds up who only asks
 */
@ConfigurationProperties("oel.command-side")
record ForwardingSettings(
        List<URI> addresses,
        @DefaultValue("2s") Duration connectWithin,
        @DefaultValue("60s") Duration answerWithin,
        @DefaultValue("5s") Duration silentAfter,
        @DefaultValue("100") int atOnce) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** @throws UnusableSettingException if one of the addresses cannot be meant, or there is none */
    ForwardingSettings {
        if (addresses.isEmpty()) {
            throw new UnusableSettingException(
                    "oel.command-side.addresses names no node of the command side; it must be such as http://commands-1:8090,http://commands-2:8090.",
                    null);
        }
        addresses = addresses.stream().map(ForwardingSettings::checked).toList();
    }

    private static URI checked(@Nullable URI address) {
        if (address == null
                || address.getScheme() == null
                || !SCHEMES.contains(address.getScheme())
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || !(address.getRawPath().isEmpty() || address.getRawPath().equals("/"))) {
            throw new UnusableSettingException(
                    "oel.command-side.addresses: %s is no address of a node; it must be such as http://commands-1:8090."
                            .formatted(address == null ? "an empty one" : address),
                    null);
        }
        return address;
    }
}
