package io.touchpoint.conversation;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customers;
import io.touchpoint.customer.Preferences;
import io.touchpoint.customer.Preferences.Hours;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Saying;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Lets customers say how often, at which hours and in which language they are asked. */
@Service
public class Wishes {

    private final Customers customers;

    private final Workspaces workspaces;

    private final Outbox outbox;

    Wishes(Customers customers, Workspaces workspaces, Outbox outbox) {
        this.customers = customers;
        this.workspaces = workspaces;
        this.outbox = outbox;
    }

    /**
     * A customer wrote in the direct chat.
     * @return whether it was about this
     */
    public boolean heard(Customer customer, Inbound.Said said, Instant now) {
        Workspace workspace = workspaces.get(customer.workspace());
        if (!Understanding.isWish(said.text(), Smalltalk.language(customer, workspace))) {
            return false;
        }
        String talk = Smalltalk.talk(customer);
        Address to = said.actor().person();
        outbox.promise(List
            .of(Saying.of(Saying.key(talk + "|" + said.id(), 1), talk, to, Lane.REPLY, offer(customer, workspace))),
                now);
        return true;
    }

    /** A button of the offer was pressed; empty when it is another button. */
    Optional<Answer> pressed(Customer customer, String action) {
        return wish(action).map((wish) -> {
            customers.wish(customer.id(), wish);
            Customer changed = customers.byId(customer.id()).orElse(customer);
            return new Answer.Replaced(offer(changed, workspaces.get(customer.workspace())));
        });
    }

    private static Optional<UnaryOperator<Preferences>> wish(String action) {
        int colon = action.indexOf(':');
        String value = action.substring(colon + 1);
        return switch (action.substring(0, Math.max(colon, 0))) {
            case "seldom" -> Optional.of((wishes) -> wishes.seldom(value.equals("yes")));
            case "hours" -> List.of(Hours.values())
                .stream()
                .filter((hours) -> hours.name().equals(value))
                .findFirst()
                .map((hours) -> (wishes) -> wishes.hours(hours));
            case "language" -> Texts.LANGUAGES.stream()
                .filter((language) -> language.getLanguage().equals(value))
                .findFirst()
                .map((language) -> (wishes) -> wishes.language(language));
            default -> Optional.empty();
        };
    }

    private static Message offer(Customer customer, Workspace workspace) {
        Preferences wishes = customer.wishes();
        Texts texts = Texts.in(Smalltalk.language(customer, workspace), workspace.locale());
        String often = texts.of(wishes.seldom() ? "wishMonth" : "wishUsual");
        String now = texts.of("wishNow", "often", Texts.uncapitalised(often), "hours",
                Texts.uncapitalised(hours(texts, wishes.hours())), "language", name(texts.language()));
        return Message.of(Block.Paragraph.of(texts.of("wishes", "company", workspace.name())), Block.Paragraph.of(now),
                Block.Buttons.of(Button.of("seldom:no", chosen(!wishes.seldom(), texts.of("wishUsual"))),
                        Button.of("seldom:yes", chosen(wishes.seldom(), texts.of("wishMonth")))),
                new Block.Buttons(hours(texts, wishes)), new Block.Buttons(languages(texts)),
                Block.Note.of(texts.of("wishEnd")));
    }

    private static List<Button> hours(Texts texts, Preferences wishes) {
        List<Button> buttons = new ArrayList<>();
        for (Hours hours : Hours.values()) {
            buttons.add(Button.of("hours:" + hours, chosen(wishes.hours() == hours, hours(texts, hours))));
        }
        return buttons;
    }

    private static List<Button> languages(Texts texts) {
        return Texts.LANGUAGES.stream()
            .map((language) -> Button.of("language:" + language.getLanguage(),
                    chosen(language.getLanguage().equals(texts.language().getLanguage()), name(language))))
            .toList();
    }

    private static String hours(Texts texts, Hours hours) {
        return texts.of("wish" + hours, "from", hours.from().getHour(), "to", hours.to().getHour());
    }

    private static String name(Locale language) {
        return language.getDisplayLanguage(language);
    }

    private static String chosen(boolean is, String label) {
        return is ? "✓ " + label : label;
    }

}
