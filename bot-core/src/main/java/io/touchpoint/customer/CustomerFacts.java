package io.touchpoint.customer;

import io.touchpoint.chat.Address;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of a customer; what it does not say stays as it was known.
 *
 * @param country where the customer lives, as ISO 3166 names it: {@code DE} or
 * {@code DE-BY}
 * @param consent whether the customer agreed to be asked; null when that is not said
 */
public record CustomerFacts(String key, @Nullable String name, @Nullable String email, @Nullable Locale locale,
        @Nullable ZoneId zone, @Nullable String country, @Nullable String account, List<Address> addresses,
        Customer.@Nullable Consent consent) {

    public CustomerFacts {
        addresses = List.copyOf(addresses);
    }

    /** Without country and consent. */
    public CustomerFacts(String key, @Nullable String name, @Nullable String email, @Nullable Locale locale,
            @Nullable ZoneId zone, @Nullable String account, List<Address> addresses) {
        this(key, name, email, locale, zone, null, account, addresses, null);
    }

}
