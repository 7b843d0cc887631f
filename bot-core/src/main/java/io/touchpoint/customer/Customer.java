package io.touchpoint.customer;

import io.touchpoint.chat.Address;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person whom the company serves.
 *
 * @param id {@code workspace|customer|key}, where the key is the company's own id of the
 * customer
 * @param email in lower case
 * @param zone where the customer lives; null when not known
 * @param addresses direct chats that reach the customer
 * @param optedOutAt since when the customer wants no questions; null when they are
 * welcome
 * @param invitations questions that were put to the customer, oldest first: all of the
 * last 100 days, and of earlier ones the last about each touchpoint on each platform
 * @param country where the customer lives, for the holidays there: {@code DE} or
 * {@code DE-BY}; null when not known
 * @param preferences what the customer wishes; null for nothing
 * @param consent what the customer said of being asked; null when nothing is known
 */
@Document("customers")
@TypeAlias("customer")
public record Customer(@Id String id, @Version @Nullable Long version, String workspace, @Nullable String name,
        @Nullable String email, @Nullable Locale locale, @Nullable ZoneId zone, @Nullable String account,
        List<Address> addresses, @Nullable Instant optedOutAt, List<Invitation> invitations, @Nullable String country,
        @Nullable Preferences preferences, @Nullable Consent consent) {

    public Customer {
        addresses = (addresses == null) ? List.of() : List.copyOf(addresses);
        invitations = (invitations == null) ? List.of() : List.copyOf(invitations);
    }

    /**
     * A question that was put to the customer.
     *
     * @param prompt the id of the conversation
     * @param touchpoint the id of the touchpoint within the workspace
     * @param platform where it was asked; null when that is not known any more
     * @param at when it was asked
     * @param answeredAt when the customer last answered it; null while unanswered
     */
    public record Invitation(String prompt, String touchpoint, @Nullable String platform, Instant at,
            @Nullable Instant answeredAt) {

        /** From when the clocks count: the later of question and answer. */
        public Instant counts() {
            return (answeredAt != null && answeredAt.isAfter(at)) ? answeredAt : at;
        }

    }

    /**
     * Whether the customer agreed to be asked.
     *
     * @param at when that was said
     */
    public record Consent(boolean given, Instant at) {
    }

    /** The direct chat on a platform. */
    public Optional<Address> on(String platform) {
        return addresses.stream().filter((address) -> address.platform().equals(platform)).findFirst();
    }

    /** What the customer wishes of our questions. */
    public Preferences wishes() {
        return (preferences != null) ? preferences : Preferences.NONE;
    }

    /** The language that the customer is spoken to in; null when not known. */
    public @Nullable Locale language() {
        return (wishes().language() != null) ? wishes().language() : locale;
    }

    public boolean optedOut() {
        return optedOutAt != null;
    }

    /** Whether the customer refuses questions, in chat or elsewhere. */
    public boolean refuses() {
        return optedOut() || (consent != null && !consent.given());
    }

    /** Whether some question but this one was ever put to the customer on a platform. */
    public boolean knowsUsOn(String platform, String prompt) {
        return invitations.stream()
            .filter((one) -> !one.prompt().equals(prompt))
            .anyMatch((one) -> one.platform() == null || platform.equals(one.platform()));
    }

    Customer learning(CustomerFacts facts) {
        return new Customer(id, version, workspace, or(facts.name(), name), or(facts.email(), email),
                or(facts.locale(), locale), or(facts.zone(), zone), or(facts.account(), account),
                withAll(facts.addresses()), optedOutAt, invitations, or(facts.country(), country), preferences,
                later(facts.consent()));
    }

    Customer reachedAt(Address address) {
        return new Customer(id, version, workspace, name, email, locale, zone, account, withAll(List.of(address)),
                optedOutAt, invitations, country, preferences, consent);
    }

    /** The customer who has wanted no questions since a moment; null for welcome ones. */
    public Customer optedOutSince(@Nullable Instant since) {
        return new Customer(id, version, workspace, name, email, locale, zone, account, addresses, since, invitations,
                country, preferences, consent);
    }

    /** Questions are welcome, which is consent too. */
    Customer optedIn(Instant now) {
        boolean agreed = consent != null && consent.given();
        return new Customer(id, version, workspace, name, email, locale, zone, account, addresses, null, invitations,
                country, preferences, agreed ? consent : new Consent(true, now));
    }

    /** The customer after other questions. */
    public Customer invited(List<Invitation> changed) {
        return new Customer(id, version, workspace, name, email, locale, zone, account, addresses, optedOutAt, changed,
                country, preferences, consent);
    }

    /** The customer, living in a zone. */
    public Customer livingIn(ZoneId there) {
        return new Customer(id, version, workspace, name, email, locale, there, account, addresses, optedOutAt,
                invitations, country, preferences, consent);
    }

    Customer wishing(Preferences wishes) {
        return new Customer(id, version, workspace, name, email, locale, zone, account, addresses, optedOutAt,
                invitations, country, wishes.equals(Preferences.NONE) ? null : wishes, consent);
    }

    private @Nullable Consent later(@Nullable Consent said) {
        return (said == null || consent != null && consent.at().isAfter(said.at())) ? consent : said;
    }

    private List<Address> withAll(List<Address> more) {
        List<Address> all = new ArrayList<>(addresses);
        for (Address address : more) {
            if (all.contains(address)) {
                continue;
            }
            all.removeIf(
                    (known) -> known.platform().equals(address.platform()) && known.tenant().equals(address.tenant()));
            all.add(address);
        }
        return all;
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T known) {
        return (said != null) ? said : known;
    }

}
