package io.touchpoint.heartbeat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Starts the heartbeat and the pulse. The property {@code touchpoint.heartbeat} is the
 * pause between two beats, half a second unless set; {@code -} means that nothing beats
 * by itself.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class HeartbeatConfiguration implements SchedulingConfigurer {

    private static final Duration PULSE_AT_LEAST = Duration.ofSeconds(1);

    private final Heartbeat heartbeat;

    private final String pause;

    HeartbeatConfiguration(Heartbeat heartbeat, @Value("${touchpoint.heartbeat:PT0.5S}") String pause) {
        this.heartbeat = heartbeat;
        this.pause = pause;
    }

    /**
     * The wall clock in milliseconds, as MongoDB stores moments; any other clock bean
     * takes its place.
     */
    @Bean
    @Fallback
    static Clock wallClock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        if (!"-".equals(pause)) {
            Duration between = DurationStyle.detectAndParse(pause);
            registrar.addFixedDelayTask(heartbeat::beat, between);
            registrar.addFixedRateTask(heartbeat::pulse,
                    (between.compareTo(PULSE_AT_LEAST) < 0) ? between : PULSE_AT_LEAST);
        }
    }

}
