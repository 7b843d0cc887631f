package io.touchpoint.chat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A platform of one's own: it takes everything and remembers it, unless it was told
 * otherwise. It may be used from several threads.
 */
public final class FakeMessenger implements Messenger {

    private final String platform;

    private final List<Call> calls = new ArrayList<>();

    private final List<Standing> standing = new ArrayList<>();

    private final Deque<Function<Call, Delivery>> next = new ArrayDeque<>();

    private Function<Call, Delivery> always = this::stand;

    private Function<Call, List<Budget>> budgets = (_) -> List.of();

    private @Nullable BiFunction<String, Instant, Trace> traces;

    public FakeMessenger(String platform) {
        this.platform = platform;
    }

    /** What it was asked to say, whether or not it did. */
    public record Call(Address to, @Nullable Reference thread, @Nullable Reference replaced, Message message,
            String token) {

        public String text() {
            return message.plainText();
        }

    }

    /** What stands there; an edit stands beside what it replaced. */
    public record Standing(Call call, Reference reference) {
    }

    /** Ends the next call in its own way, once. */
    public synchronized FakeMessenger then(Function<Call, Delivery> ending) {
        next.add(ending);
        return this;
    }

    /** Ends every call in its own way. */
    public synchronized FakeMessenger always(Function<Call, Delivery> ending) {
        this.always = ending;
        return this;
    }

    /** Says which budgets a call uses up. */
    public synchronized FakeMessenger budgets(Function<Call, List<Budget>> needed) {
        this.budgets = needed;
        return this;
    }

    /** Answers every look-up in its own way. */
    public synchronized FakeMessenger traces(BiFunction<String, Instant, Trace> answer) {
        this.traces = answer;
        return this;
    }

    /** Takes the message, as it does by itself. */
    public synchronized Delivery stand(Call call) {
        Reference reference = (call.replaced() != null) ? call.replaced()
                : new Reference(call.to().id(), "m" + (standing.size() + 1));
        standing.add(new Standing(call, reference));
        return new Delivery.Delivered(reference);
    }

    /** Every call so far. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** What stands there, in order, as plain text. */
    public synchronized List<String> texts() {
        return standing.stream().map((one) -> one.call().text()).toList();
    }

    /** What stands at one place, in order, as plain text. */
    public synchronized List<String> texts(Address at) {
        return standing.stream().filter((one) -> one.call().to().equals(at)).map((one) -> one.call().text()).toList();
    }

    /** What stands there, in order. */
    public synchronized List<Standing> standing() {
        return List.copyOf(standing);
    }

    @Override
    public String platform() {
        return platform;
    }

    @Override
    public Delivery deliver(Address to, @Nullable Reference thread, Message message, String token) {
        return end(new Call(to, thread, null, message, token));
    }

    @Override
    public Delivery replace(Address to, Reference reference, Message message, String token) {
        return end(new Call(to, null, reference, message, token));
    }

    private Delivery end(Call call) {
        return ending(call).apply(call);
    }

    private synchronized Function<Call, Delivery> ending(Call call) {
        calls.add(call);
        Function<Call, Delivery> once = next.poll();
        return (once != null) ? once : always;
    }

    @Override
    public synchronized List<Budget> budgets(Address to, boolean replacing) {
        return budgets.apply(new Call(to, null, null, Message.text(""), ""));
    }

    @Override
    public synchronized Trace find(Address to, @Nullable Reference thread, String token, Instant since) {
        if (traces != null) {
            return traces.apply(token, since);
        }
        return standing.stream()
            .filter((one) -> one.call().token().equals(token))
            .findFirst()
            .<Trace>map((one) -> new Trace.Found(one.reference()))
            .orElseGet(Trace.Absent::new);
    }

}
