package io.touchpoint.followup;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Directory.Found;
import io.touchpoint.chat.Directory.Person;
import io.touchpoint.customer.Customer;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds customers in chat: by the ids that are known of them, else by e-mail address. */
@Component
class Reaching {

    private final List<Directory> directories;

    Reaching(List<Directory> directories) {
        this.directories = List.copyOf(directories);
    }

    /** Finds a customer wherever the workspace is at home. */
    Reach find(Workspace workspace, Customer customer) {
        List<Reach> tried = new ArrayList<>();
        for (Address address : customer.addresses()) {
            tried.add(at(address));
        }
        if (tried.stream().noneMatch(Reach.At.class::isInstance)) {
            tried.addAll(byEmail(workspace, customer));
        }
        return best(tried);
    }

    /** Looks at an address again. */
    Reach at(Address address) {
        return directories.stream()
            .filter((directory) -> directory.platform().equals(address.platform()))
            .findFirst()
            .map((directory) -> reach(directory.person(address)))
            .orElseGet(() -> new Reach.At(address, null));
    }

    private List<Reach> byEmail(Workspace workspace, Customer customer) {
        List<Reach> tried = new ArrayList<>();
        String email = customer.email();
        if (email == null) {
            return tried;
        }
        for (Directory directory : directories) {
            for (Tenant tenant : workspace.tenants()) {
                if (tenant.platform().equals(directory.platform())) {
                    tried.add(reach(directory.byEmail(workspace.id(), tenant.key(), email)));
                }
            }
        }
        return tried;
    }

    private static Reach best(List<Reach> tried) {
        return tried.stream()
            .filter(Reach.At.class::isInstance)
            .findFirst()
            .or(() -> tried.stream().filter(Reach.NotNow.class::isInstance).findFirst())
            .or(() -> tried.stream().findFirst())
            .orElseGet(() -> new Reach.Nowhere("no chat id and no e-mail address is known"));
    }

    private static Reach reach(Found<Person> found) {
        return switch (found) {
            case Found.Here<Person>(Person person) -> person.reachable() ? new Reach.At(person.address(), person)
                    : new Reach.Nowhere("the bot may not write to this person");
            case Found.Nowhere<Person>(String reason) -> new Reach.Nowhere("not found in chat (" + reason + ")");
            case Found.NotNow<Person>(String reason) -> new Reach.NotNow("chat gave no answer (" + reason + ")");
        };
    }

}
