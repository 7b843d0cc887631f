package io.touchpoint.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OracleTests {

    private static final int CASES = 69;

    private static final Map<String, Function<Oracle, Map<String, @Nullable Object>>> MEASURES = measures();

    static List<Oracle> oracles() {
        return Oracle.all();
    }

    private static Map<String, Function<Oracle, Map<String, @Nullable Object>>> measures() {
        Map<String, Function<Oracle, Map<String, @Nullable Object>>> all = new HashMap<>(FigureMeasures.ALL);
        all.putAll(ShareMeasures.ALL);
        all.putAll(PainMeasures.ALL);
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oracles")
    void givesWhatIsKnown(Oracle oracle) {
        Function<Oracle, Map<String, @Nullable Object>> measure = Optional.ofNullable(MEASURES.get(oracle.measure()))
            .orElseThrow(() -> new AssertionError("nothing measures " + oracle.measure()));
        oracle.isMetBy(measure.apply(oracle));
    }

    @Test
    void leavesNoCaseOutAndHasNoMeasureInVain() {
        assertThat(oracles()).hasSize(CASES);
        assertThat(oracles().stream().map(Oracle::name)).doesNotHaveDuplicates();
        assertThat(oracles().stream().map(Oracle::measure).collect(Collectors.toSet())).isEqualTo(MEASURES.keySet());
    }

}
