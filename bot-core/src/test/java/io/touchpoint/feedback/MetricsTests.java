package io.touchpoint.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchpoint.survey.Band;
import io.touchpoint.survey.Scale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTests {

    @Test
    void saysNothingAboutNoAnswers() {
        assertThat(Metrics.csat(Histogram.none(Scale.STARS_5))).isEmpty();
        assertThat(Metrics.nps(Histogram.none(Scale.NPS_0_10))).isEmpty();
        assertThat(Metrics.ces(Histogram.none(Scale.CES_1_7))).isEmpty();
        assertThat(Metrics.thumbsUp(Histogram.none(Scale.THUMBS))).isEmpty();
        assertThat(Metrics.mean(Histogram.none(Scale.STARS_5))).isEmpty();
        assertThat(Metrics.unhappy(Histogram.none(Scale.STARS_5))).isEmpty();
        assertThat(Metrics.meanEstimate(Histogram.of(Scale.STARS_5, Map.of(3, 1L)), .9)).isEmpty();
        assertThat(new Participation(0, 0, 0).ofSelected()).isEmpty();
        assertThat(new Participation(3, 0, 0).ofDelivered()).isEmpty();
    }

    @Test
    void keepsEachFigureToItsScale() {
        Histogram stars = Histogram.of(Scale.STARS_5, Map.of(5, 3L));
        assertThatIllegalArgumentException().isThrownBy(() -> Metrics.nps(stars));
        assertThatIllegalArgumentException().isThrownBy(() -> Metrics.ces(stars));
        assertThatIllegalArgumentException().isThrownBy(() -> stars.plus(Histogram.none(Scale.CES_1_7)));
        assertThatIllegalArgumentException().isThrownBy(() -> Histogram.of(Scale.STARS_5, Map.of(6, 1L)));
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new Histogram(Scale.THUMBS, Histogram.none(Scale.STARS_5).counts()));
    }

    @Test
    void sharesThumbsAndFindsTheUnhappyOnEveryScale() {
        assertThat(Metrics.thumbsUp(Histogram.of(Scale.THUMBS, Map.of(0, 1L, 1, 3L)))).hasValue(75);
        Histogram effort = Histogram.of(Scale.EFFORT_1_5_REVERSED, Map.of(1, 4L, 3, 2L, 4, 1L, 5, 3L));
        assertThat(effort.in(Band.LOW)).isEqualTo(4);
        assertThat(effort.in(Band.HIGH)).isEqualTo(4);
        assertThat(Metrics.unhappy(effort)).hasValue(.4);
    }

    @Test
    void clipsTheIntervalOfAMeanToTheScale() {
        Estimate mean = Metrics.meanEstimate(Histogram.of(Scale.STARS_5, Map.of(5, 2L, 4, 1L)), .9).orElseThrow();
        assertThat(mean.upper()).isEqualTo(5);
        assertThat(mean.lower()).isCloseTo(14 / 3.0 - 2.919985580353726 / 3, within(1e-12));
    }

    @Test
    void roundsHalvesUpFromTheExactShare() {
        assertThat(Metrics.wholePercent(57, 200)).isEqualTo(29);
        assertThat(Metrics.wholePercent(25, 88)).isEqualTo(28);
        assertThat(Metrics.wholePercent(0, 3)).isZero();
        assertThat(Metrics.wholePercent(3, 3)).isEqualTo(100);
        assertThat(Metrics.wholePercent(.172 - .134)).isEqualTo(4);
    }

}
