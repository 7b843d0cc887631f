package io.touchpoint.contract;

import com.mongodb.client.MongoCollection;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexOperations;

/**
 * The storage operations of the product, found in its bytecode: every call that ends in a
 * command, named by where it stands, such as {@code outbox.Entries.insert: findOne}.
 */
final class Operations {

    private static final String ROOT = "io.touchpoint.";

    private static final List<Class<?>> STORAGE = List.of(MongoOperations.class, BulkOperations.class,
            IndexOperations.class, MongoCollection.class);

    /** They only begin something. */
    private static final Set<String> NO_COMMAND = Set.of("bulkOps", "indexOps", "getConverter", "getCollectionName",
            "getCollection", "withTimeout");

    private static final List<String> DRIVERS = List.of("org.springframework.data.mongodb.", "com.mongodb.");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    private final SortedSet<String> all = new TreeSet<>();

    Operations(JavaClasses classes) {
        for (JavaClass one : classes) {
            Stream.concat(one.getMethodCallsFromSelf().stream(), one.getMethodReferencesFromSelf().stream())
                .filter(Operations::endsInCommand)
                .map((call) -> name(call.getOriginOwner().getName(), call.getOrigin().getName(), call.getName()))
                .forEach(all::add);
        }
    }

    SortedSet<String> all() {
        return new TreeSet<>(all);
    }

    /** The operation that the current command belongs to; empty for those of tests. */
    Optional<String> current() {
        return StackWalker.getInstance().walk(this::innermost);
    }

    private Optional<String> innermost(Stream<StackFrame> frames) {
        String called = "";
        for (StackFrame frame : (Iterable<StackFrame>) frames::iterator) {
            if (frame.getClassName().startsWith(ROOT)) {
                String name = name(frame.getClassName(), frame.getMethodName(), called);
                if (all.contains(name)) {
                    return Optional.of(name);
                }
            }
            if (DRIVERS.stream().anyMatch(frame.getClassName()::startsWith)) {
                called = frame.getMethodName();
            }
        }
        return Optional.empty();
    }

    private static boolean endsInCommand(JavaCodeUnitAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        if (owner.isAssignableTo(BulkOperations.class)) {
            return call.getName().equals("execute");
        }
        return !NO_COMMAND.contains(call.getName()) && STORAGE.stream().anyMatch(owner::isAssignableTo);
    }

    private static String name(String type, String method, String called) {
        Matcher lambda = LAMBDA.matcher(method);
        return type.substring(ROOT.length()) + "." + (lambda.matches() ? lambda.group(1) : method) + ": " + called;
    }

}
