package io.touchpoint.bot;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.followup.AskRules;
import io.touchpoint.followup.Change;
import io.touchpoint.followup.Rehearsals;
import io.touchpoint.followup.Rules;
import io.touchpoint.journey.JourneyMap;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.setup.SaidRule;
import io.touchpoint.setup.SaidRule.Reading;
import io.touchpoint.team.Colleague;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Shows what a changed rule would have made of the last weeks: for those who may ask why,
 * seen by nobody else.
 */
@Component
class RehearseCommand {

    private static final Pattern OVER = Pattern.compile("(.+?)\\s+over\\s+(\\d{1,4}) ?d(?:ays)?");

    private static final int USUAL_DAYS = 30;

    /**
     * How long it is known when somebody was asked, less the longest clock that counts.
     */
    private static final int MOST_DAYS = 90;

    private final Rehearsals rehearsals;

    private final Rules rules;

    private final JourneyMaps maps;

    private final Rights rights;

    RehearseCommand(Rehearsals rehearsals, Rules rules, JourneyMaps maps, Rights rights) {
        this.rehearsals = rehearsals;
        this.rules = rules;
        this.maps = maps;
        this.rights = rights;
    }

    Message answer(Colleague colleague, Inbound.Commanded commanded, String said, Instant now) {
        if (!rights.mayAskWhy(colleague)) {
            return Message.text("Only owners of touchpoints, managers and admins can rehearse a rule.");
        }
        Matcher over = OVER.matcher(said);
        int days = over.matches() ? Integer.parseInt(over.group(2)) : USUAL_DAYS;
        if (days < 1 || days > MOST_DAYS) {
            return Message.text("I can replay from 1 to %d days, such as: over 60 d".formatted(MOST_DAYS));
        }
        JourneyMap map = maps.current(colleague.workspace());
        AskRules asRuled = rules.of(colleague.workspace());
        if (said.isEmpty()) {
            return help("Which rule? In the words of the workspace file, for example:", map);
        }
        return switch (SaidRule.read(over.matches() ? over.group(1) : said, asRuled, map)) {
            case Reading.NotRead(String why) -> help(why + " What can be said, for example:", map);
            case Reading.Read(Change change) when change.rules().equals(asRuled) && change.map().equals(map) ->
                Message.text("That is how it stands: “%s” would change nothing.".formatted(change.words()));
            case Reading.Read(Change change) ->
                rehearsals.rehearse(change, days, commanded.id(), commanded.actor().person(), now);
        };
    }

    private static Message help(String first, JourneyMap map) {
        String touchpoints = map.touchpoints().stream().map((one) -> one.key()).collect(Collectors.joining(", "));
        String one = map.touchpoints().getFirst().key();
        return Message.of(Block.Paragraph.of(first),
                Block.Paragraph.of("""
                        clock 3 d: nobody is asked twice in 3 days
                        account 5 in 7 d: 5 questions in 7 days for all people of an account
                        accounts Acme at-most 1: the same for one account; or accounts Acme clock 21 d
                        %1$s clock 14 d: nobody is asked there twice in 14 days; also %1$s clock-of parcels
                        %1$s one-in 2: every second is asked there
                        %1$s delay 2 h: how long after the event
                        %1$s only-if amount at least 20 and plan pro, team: also only-if nothing, only-if-any"""
                    .formatted(one)),
                Block.Paragraph.of("Touchpoints: " + touchpoints),
                Block.Note.of("Several rules with “;” between. “over 60 d” at the end replays 60 days instead of 30."));
    }

}
