package io.touchpoint.sandbox;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A platform without people, on which calls may hang. */
final class StillPlatform implements SimulatedPlatform {

    volatile int hanging;

    @Override
    public String name() {
        return "still";
    }

    @Override
    public void deliverTo(URI application) {
    }

    @Override
    public List<Person> people() {
        return List.of();
    }

    @Override
    public List<Channel> channels() {
        return List.of();
    }

    @Override
    public String add(Newcomer newcomer) {
        return newcomer.name();
    }

    @Override
    public List<Shown> channel(String channel, int from) {
        return List.of();
    }

    @Override
    public List<Shown> direct(String person, int from) {
        return List.of();
    }

    @Override
    public Optional<Shown> message(String id) {
        return Optional.empty();
    }

    @Override
    public void opensHome(String person) {
    }

    @Override
    public Optional<Shown> home(String person) {
        return Optional.empty();
    }

    @Override
    public void says(String person, @Nullable String channel, String text, @Nullable String replyTo) {
    }

    @Override
    public void presses(String person, String on, String control, List<String> value,
            Map<String, List<String>> filled) {
    }

    @Override
    public Map<String, String> submits(String person, String form, Map<String, List<String>> values) {
        return Map.of();
    }

    @Override
    public void closesForms(String person) {
    }

    @Override
    public Optional<OpenForm> form(String person) {
        return Optional.empty();
    }

    @Override
    public void commands(String person, @Nullable String channel, String command) {
    }

    @Override
    public void marksSolved(String person, String message) {
    }

    @Override
    public void misbehave(Misbehaviour misbehaviour) {
    }

    @Override
    public void behave() {
        hanging = 0;
    }

    @Override
    public int hanging() {
        return hanging;
    }

    @Override
    public List<Call> calls() {
        return List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    @Override
    public int runDue(Instant now) {
        return 0;
    }

}
