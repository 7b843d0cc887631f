package io.touchpoint.privacy;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that prove themselves: accounts, payment cards, telephones. */
final class Numbers {

    private static final Pattern IBAN = Pattern.compile("(?i)(?<![\\p{L}\\d])([A-Z]{2})\\d{2}(?:[ -]?[A-Z\\d]){11,30}");

    /** Lengths of account numbers by country, from the IBAN registry. */
    private static final Map<String, Integer> IBAN_LENGTHS = Map.ofEntries(Map.entry("AT", 20), Map.entry("BE", 16),
            Map.entry("BG", 22), Map.entry("CH", 21), Map.entry("CY", 28), Map.entry("CZ", 24), Map.entry("DE", 22),
            Map.entry("DK", 18), Map.entry("EE", 20), Map.entry("ES", 24), Map.entry("FI", 18), Map.entry("FR", 27),
            Map.entry("GB", 22), Map.entry("GR", 27), Map.entry("HR", 21), Map.entry("HU", 28), Map.entry("IE", 22),
            Map.entry("IL", 23), Map.entry("IS", 26), Map.entry("IT", 27), Map.entry("LI", 21), Map.entry("LT", 20),
            Map.entry("LU", 20), Map.entry("LV", 21), Map.entry("MC", 27), Map.entry("MT", 31), Map.entry("NL", 18),
            Map.entry("NO", 15), Map.entry("PL", 28), Map.entry("PT", 25), Map.entry("RO", 24), Map.entry("SA", 24),
            Map.entry("SE", 24), Map.entry("SI", 19), Map.entry("SK", 24), Map.entry("SM", 27), Map.entry("TR", 26),
            Map.entry("AE", 23));

    private static final Pattern CARD = Pattern.compile("(?<![\\d-])\\d(?:[ -]?\\d){12,18}(?![\\d-]?\\d)");

    private static final Pattern DATE = Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}.*");

    private static final Pattern WITHIN_BEFORE = Pattern.compile("[\\p{L}\\d]$|\\d[ -]$");

    private static final Pattern WITHIN_BEHIND = Pattern.compile("^[\\p{L}\\d]|^[ -]\\d");

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})*[.,]\\d{2}");

    private static final int FEWEST_PHONE_DIGITS = 7;

    private static final String[] REGIONS = { "ZZ", "DE", "US", "GB" };

    private Numbers() {
    }

    static String withoutIbans(String text) {
        StringBuilder rest = new StringBuilder();
        Matcher found = IBAN.matcher(text);
        int done = 0;
        int from = 0;
        while (from <= text.length() && found.find(from)) {
            Integer length = IBAN_LENGTHS.get(found.group(1).toUpperCase(Locale.ROOT));
            int end = (length == null) ? -1 : endOf(text, found.start(), length);
            if (end > 0 && mod97(compact(text.substring(found.start(), end)))) {
                rest.append(text, done, found.start()).append("[iban]");
                done = end;
                from = end;
            }
            else {
                from = found.start() + 1;
            }
        }
        return rest.append(text.substring(done)).toString();
    }

    /** Where so many letters and digits end; -1 when a word goes on there. */
    private static int endOf(String text, int start, int length) {
        int count = 0;
        int at = start;
        while (at < text.length() && count < length) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                count++;
            }
            at++;
        }
        boolean ended = count == length && (at == text.length() || !Character.isLetterOrDigit(text.charAt(at)));
        return ended ? at : -1;
    }

    static String withoutCards(String text) {
        return replaced(CARD, text, (number) -> luhn(compact(number)), "[card]");
    }

    static String withoutPhones(String text) {
        String rest = text;
        for (String region : REGIONS) {
            StringBuilder out = new StringBuilder();
            int done = 0;
            for (PhoneNumberMatch match : PhoneNumberUtil.getInstance()
                .findNumbers(rest, region, Leniency.POSSIBLE, 1000)) {
                if (isPhone(match.rawString()) && standsAlone(rest, match.start(), match.end())) {
                    out.append(rest, done, match.start()).append("[phone]");
                    done = match.end();
                }
            }
            rest = out.append(rest.substring(done)).toString();
        }
        return rest;
    }

    private static boolean standsAlone(String text, int start, int end) {
        return !WITHIN_BEFORE.matcher(text.substring(Math.max(0, start - 2), start)).find()
                && !WITHIN_BEHIND.matcher(text.substring(end, Math.min(text.length(), end + 2))).find();
    }

    private static boolean isPhone(String written) {
        long digits = written.chars().filter(Character::isDigit).count();
        return digits >= FEWEST_PHONE_DIGITS && !DATE.matcher(written).matches() && !AMOUNT.matcher(written).matches();
    }

    private static String replaced(Pattern what, String text, Predicate<String> proof, String by) {
        return what.matcher(text)
            .replaceAll((found) -> proof.test(found.group()) ? by : Matcher.quoteReplacement(found.group()));
    }

    private static String compact(String number) {
        return number.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    }

    /** ISO 7064, modulus 97-10, as an IBAN is checked. */
    private static boolean mod97(String iban) {
        String moved = iban.substring(4) + iban.substring(0, 4);
        int rest = 0;
        for (char sign : moved.toCharArray()) {
            int value = Character.getNumericValue(sign);
            rest = (rest * ((value > 9) ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }

    /** ISO/IEC 7812-1, as a card number is checked. */
    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = (i % 2 == 0) ? digit : digit * 2;
            sum += (weighted > 9) ? weighted - 9 : weighted;
        }
        return sum % 10 == 0 && sum > 0;
    }

}
