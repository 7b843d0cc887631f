package io.touchpoint.intake;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;

/** A platform on which everybody is there, as a guest. */
final class Everybody implements Directory {

    @Override
    public String platform() {
        return "slack";
    }

    @Override
    public Found<Person> person(Address person) {
        return new Found.Here<>(new Person(person, person.id(), null, null, null, false, true));
    }

    @Override
    public Found<Person> byEmail(String workspace, String tenant, String email) {
        return person(Address.person(workspace, "slack", tenant, email));
    }

    @Override
    public Found<Channel> channel(Address channel) {
        return new Found.Nowhere<>("channel_not_found");
    }

}
