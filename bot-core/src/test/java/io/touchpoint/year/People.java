package io.touchpoint.year;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory.Person;
import io.touchpoint.chat.FakeDirectory;
import io.touchpoint.customer.CustomerFacts;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The customers of the year, by their numbers. */
final class People {

    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Sydney"), ZoneId.of("Asia/Kolkata"), ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Pacific/Auckland"));

    private static final int PER_ACCOUNT = 8;

    private People() {
    }

    static String id(int number) {
        return "w1|customer|c" + number;
    }

    static ZoneId zone(int number) {
        return ZONES.get(number % ZONES.size());
    }

    /** Most belong to an account, with seven others. */
    static @Nullable String account(int number) {
        return (number % 4 == 0) ? null : "Company " + number / PER_ACCOUNT;
    }

    static Address address(int number) {
        return Address.person("w1", (number % 2 == 0) ? "slack" : "teams", "T1", "U" + number);
    }

    static CustomerFacts facts(int number) {
        return new CustomerFacts("c" + number, "Customer " + number, null, null, zone(number), account(number),
                List.of(address(number)));
    }

    /** One in nineteen is nowhere to be found, one in twenty-three is a colleague. */
    static FakeDirectory directory(String platform, int people) {
        FakeDirectory directory = new FakeDirectory(platform);
        for (int number = 0; number < people; number++) {
            if (number % 19 != 7 && address(number).platform().equals(platform)) {
                directory.knows(new Person(address(number), "Customer " + number, null, null, zone(number),
                        number % 23 == 5, true));
            }
        }
        return directory;
    }

}
