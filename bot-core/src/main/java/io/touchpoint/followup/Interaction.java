package io.touchpoint.followup;

import io.touchpoint.followup.BusinessEvent.Attribute;
import io.touchpoint.journey.Asking;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a business event says of itself beside who, what and when. Three attributes have a
 * meaning everywhere: {@code autoClosed}, whether no person closed it;
 * {@code participants}, how many took part on the customer's side; {@code characters},
 * how much the customer wrote.
 *
 * @param attributes by their names
 */
record Interaction(Map<String, String> attributes) {

    private static final int LEAST_CHARACTERS = 20;

    static Interaction of(List<Attribute> attributes) {
        Map<String, String> byName = new HashMap<>();
        attributes.forEach((one) -> byName.putIfAbsent(one.name(), one.value()));
        return new Interaction(byName);
    }

    /** Whether somebody really spoke with somebody. */
    Finding kind() {
        if ("true".equals(attributes.get("autoClosed"))) {
            return Finding.holds(Gate.KIND, "closed automatically");
        }
        if (number("participants").filter((people) -> people > 1).isPresent()) {
            return Finding.holds(Gate.KIND, "a conversation of several customers");
        }
        if (number("characters").filter((written) -> written < LEAST_CHARACTERS).isPresent()) {
            return Finding.holds(Gate.KIND, "the customer wrote hardly anything");
        }
        return Finding.passes(Gate.KIND, "neither automatic, nor trivial, nor a group");
    }

    /** Whether the touchpoint's conditions hold. */
    Finding conditions(Asking asking) {
        if (!asking.conditional()) {
            return Finding.passes(Gate.CONDITIONS, "no conditions");
        }
        return asking.refusal(attributes)
            .map((refusal) -> Finding.holds(Gate.CONDITIONS, refusal))
            .orElseGet(() -> Finding.passes(Gate.CONDITIONS, "asked because " + asking.words()));
    }

    private Optional<Long> number(String name) {
        return Optional.ofNullable(attributes.get(name)).filter((text) -> text.matches("\\d{1,9}")).map(Long::valueOf);
    }

}
