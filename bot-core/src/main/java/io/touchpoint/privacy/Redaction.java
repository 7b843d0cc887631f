package io.touchpoint.privacy;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes personal data out of people's words before anybody but the one who answers them
 * reads them. It finds what has a form (addresses, numbers, names behind a title) and
 * names that are known; it does not guess at other names.
 */
public final class Redaction {

    private static final Pattern UNSEEN = Pattern.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]");

    private static final String NAME = "\\p{Lu}[\\p{L}'\u2019-]+(?: \\p{Lu}[\\p{L}'\u2019-]+)?";

    /** Capital letters that begin no name. */
    private static final String NO_NAME = "(?!(?:Was|Is|Has|Had|Did|Does|Said|Says|Told|Never|Not|The|And|But|Who|Which|"
            + "That|This|Then|When|Still|Just|Would|Could|Should|Will|Can|No|On|In|At|To|For|War|Hat|Ist|Der|Die|Das|Und|"
            + "Aber|Nicht|Kam|Wurde|Am|Im)\\b)";

    private static final String TOP_DOMAINS = "(?:com|net|org|de|at|ch|eu|io|info|fr|es|it|nl|pt|uk|co|us|jp|be|me)";

    private static final String REFERENCED = "(?:order|ticket|tracking|invoice|booking|reservation|customer|account|case|"
            + "parcel|package|shipment|return|reference|ref|contract|policy|member(?:ship)?|bestell(?:ung)?s?|auftrags?|"
            + "rechnung(?:s)?|sendung(?:s)?|paket|kunden|vertrag(?:s)?|vorgang(?:s)?|buchung(?:s)?|referenz|commande|colis|"
            + "suivi|facture|pedido|factura|encomenda|ordine|fattura|bestelling|factuur)";

    private static final List<Rule> RULES = List.of(
            new Rule("<@[^>\\s]{1,80}>|<at(?: [^>]{0,80})?>[^<]{0,120}</at>", "[name]"),
            new Rule("<mailto:[^>]{1,200}>", "[e-mail]"), new Rule("<https?://[^>]{1,1000}>", "[link]"),
            new Rule("<[#!][^>]{1,80}>", "[channel]"),
            new Rule("(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]{1,200}+@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,5}",
                    "[e-mail]"),
            new Rule(
                    "(?i)(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]{1,200}+\\s?[(\\[{]\\s?(?:at|\u00e4t)\\s?[)\\]}]\\s?[\\p{L}\\d-]{1,63}"
                            + "(?:\\s?(?:[(\\[{]\\s?(?:dot|punkt)\\s?[)\\]}]|\\.)\\s?[\\p{L}\\d-]{1,63}){1,5}",
                    "[e-mail]"),
            new Rule(
                    "(?i)(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]{1,200}+ (?:at|\u00e4t) [\\p{L}\\d-]{1,63}(?: (?:dot|punkt) [\\p{L}\\d-]{1,63}){0,3}"
                            + " (?:dot|punkt) " + TOP_DOMAINS + "\\b",
                    "[e-mail]"),
            new Rule("(?i)\\b(?:https?://|www\\.)[^\\s<>\"]*[^\\s<>\".,;:!?)\\]]", "[link]"),
            new Rule("(?i)\\b[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){0,3}\\." + TOP_DOMAINS
                    + "/[^\\s<>\"]*[^\\s<>\".,;:!?)\\]]", "[link]"));

    private static final List<Rule> REFERENCES = List
        .of(new Rule("(?<![\\d-])\\d{3}-\\d{2}-\\d{4}(?![\\d-])", "[id]"), new Rule(
                "(?<![\\d.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.]\\d|\\d)",
                "[ip]"), new Rule("(?i)(?<![\\da-f:])(?:[\\da-f]{1,4}:){3,7}(?::?[\\da-f]{1,4})(?![\\da-f:])", "[ip]"),
                new Rule("(?i)\\b(" + REFERENCED
                        + "(?:\\s?(?:number|numbers|num|no|nr|id|code|nummer|numero|n\u00famero))?"
                        + "(?:\\s?[.:#]){0,2}\\s?(?:is |ist |lautet )?)(?!\\d{4}-\\d{2}-\\d{2}\\b)"
                        + "(?=(?:[A-Z-]*\\d){4})[A-Z\\d][A-Z\\d-]{3,39}\\b", "$1[ref]"),
                new Rule("\\b1Z[\\dA-Z]{16}\\b|\\b[A-Z]{2}\\d{9}[A-Z]{2}\\b|(?<![\\p{L}\\d])#\\d{4,20}\\b", "[ref]"));

    private static final List<Rule> PLACES_AND_NAMES = List.of(new Rule(
            "\\b\\p{Lu}[\\p{L}-]*(?:stra\u00dfe|strasse|str\\.|weg|allee|platz|gasse)\\s\\d{1,4}(?:\\s?[a-z])?\\b",
            "[address]"),
            new Rule(
                    "\\b\\p{Lu}[\\p{L}-]+ (?:Stra\u00dfe|Strasse|Str\\.|Weg|Allee|Platz|Gasse)\\s\\d{1,4}(?:\\s?[a-z])?\\b",
                    "[address]"),
            new Rule(
                    "\\b\\d{1,5} \\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)? (?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|"
                            + "Court|Square|Boulevard|Blvd|Close|Crescent)\\b\\.?",
                    "[address]"),
            new Rule("(?i:\\b\\d{1,4},? (?:rue|avenue|boulevard) (?:de la |de l'|de |du |des )?)\\p{Lu}[\\p{L}'-]+",
                    "[address]"),
            new Rule(
                    "((?i:\\b(?:my name is|my name's|mein name ist|ich hei(?:\u00df|ss)e|agent|advisor|technician|mitarbeiter"
                            + "(?:in)?|kollege|kollegin|named|namens)) )" + NO_NAME + NAME,
                    "$1[name]"),
            new Rule("(\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herrn?|Frau|Hr|Fr)\\b\\.? )" + NO_NAME + NAME, "$1[name]"));

    private Redaction() {
    }

    private record Rule(Pattern what, String by) {

        Rule(String what, String by) {
            this(Pattern.compile(what), by);
        }

        String apply(String text) {
            return what.matcher(text).replaceAll(by);
        }

    }

    /**
     * The words with personal data replaced by what it was, such as {@code [phone]};
     * words without any come back as they are.
     * @param words of a person, in any language
     * @param names names that must not be shown, such as those of customers and
     * colleagues; first and last names alone are found too where they are written with a
     * capital letter
     */
    public static String redact(String words, Collection<String> names) {
        String seen = UNSEEN.matcher(Normalizer.normalize(words, Normalizer.Form.NFKC)).replaceAll("");
        List<UnaryOperator<String>> steps = List.of((text) -> all(RULES, text), Numbers::withoutIbans,
                Numbers::withoutCards, (text) -> all(REFERENCES, text), Numbers::withoutPhones,
                (text) -> all(PLACES_AND_NAMES, text), (text) -> withoutNames(text, names));
        String redacted = seen;
        for (UnaryOperator<String> step : steps) {
            redacted = step.apply(redacted);
        }
        return redacted.equals(seen) ? words : redacted;
    }

    private static String all(List<Rule> rules, String text) {
        String rest = text;
        for (Rule rule : rules) {
            rest = rule.apply(rest);
        }
        return rest;
    }

    private static String withoutNames(String text, Collection<String> names) {
        List<String> longestFirst = names.stream()
            .map((name) -> Normalizer.normalize(name, Normalizer.Form.NFKC).strip())
            .filter((name) -> name.length() > 1)
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
        String rest = text;
        for (String name : longestFirst) {
            rest = whole(Pattern.quote(name), Pattern.CASE_INSENSITIVE).matcher(rest).replaceAll("[name]");
        }
        for (String name : longestFirst) {
            for (String part : name.split("[\\s,]+")) {
                rest = withoutPart(rest, part);
            }
        }
        return rest;
    }

    /** A first or last name: with a capital letter, so that "mark" stays a verb. */
    private static String withoutPart(String text, String part) {
        boolean tooShort = part.codePointCount(0, part.length()) < 2 || part.endsWith(".");
        if (tooShort || part.isEmpty()) {
            return text;
        }
        String title = part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1).toLowerCase(Locale.ROOT);
        String spellings = String.join("|", Pattern.quote(part), Pattern.quote(title),
                Pattern.quote(part.toUpperCase(Locale.ROOT)));
        boolean capital = !Character.isLowerCase(part.codePointAt(0));
        String found = capital ? spellings : Pattern.quote(title);
        Matcher whole = whole("(?:" + found + ")", 0).matcher(text);
        return whole.replaceAll("[name]");
    }

    private static Pattern whole(String name, int flags) {
        return Pattern.compile("(?<![\\p{L}\\d\\[])" + name + "(?![\\p{L}\\d\\]])", flags | Pattern.UNICODE_CASE);
    }

}
