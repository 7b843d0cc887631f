package io.touchpoint.kill;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What a command was told, as {@code --name=number}. */
public record Options(Map<String, Integer> numbers) {

    public Options(String[] arguments) {
        this(Arrays.stream(arguments)
            .map((argument) -> argument.replaceFirst("^--", "").split("=", 2))
            .filter((pair) -> pair.length == 2)
            .collect(Collectors.toMap((pair) -> pair[0], (pair) -> Integer.valueOf(pair[1]))));
    }

    public int number(String name, int otherwise) {
        return numbers.getOrDefault(name, otherwise);
    }

}
