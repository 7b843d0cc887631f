package io.touchpoint.storage;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.UuidRepresentation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions.BigDecimalRepresentation;

/** The settings under which every document is written and read. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    private static final long TIMEOUT_MILLIS = 2_000;

    /**
     * Writes survive the loss of a member; a call ends in time for a platform that waits
     * three seconds, unless the connection string says otherwise.
     */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return StorageConfiguration::durable;
    }

    /** Days and times of day are stored as they are read, not as moments. */
    @Bean
    MongoCustomConversions conversions() {
        return MongoCustomConversions.create((adapter) -> adapter.bigDecimal(BigDecimalRepresentation.DECIMAL128)
            .registerConverters(List.of(new DayToText(), new TextToDay(), new TimeToText(), new TextToTime())));
    }

    /**
     * @param expiry whether indexes are made that let a real server delete by the wall
     * clock; false where the clock is moved by hand
     * @param migrates whether the stored documents are brought up to this release; false
     * for what is less than the whole application
     */
    @Bean
    Schema schema(MongoOperations mongo, ObjectProvider<Indexes> indexes, ObjectProvider<Migration> migrations,
            @Value("${touchpoint.storage.expiry:true}") boolean expiry,
            @Value("${touchpoint.storage.migrate:true}") boolean migrates) {
        return new Schema(mongo, Stream.concat(Stream.of(new FirstMigration()), migrations.stream()).toList(),
                new IndexMaker(indexes.orderedStream().toList(), expiry), InstantSource.system(), migrates);
    }

    @Bean
    ClockCheck clockCheck(MongoOperations mongo) {
        return new ClockCheck(mongo, InstantSource.system());
    }

    @Bean
    Instances instances(MongoOperations mongo, ObjectProvider<Leased> leased, ClockCheck clocks, Clock clock) {
        return new Instances(mongo, leased.stream().toList(), clocks, clock);
    }

    static void durable(MongoClientSettings.Builder settings) {
        settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .readPreference(ReadPreference.primary())
            .uuidRepresentation(UuidRepresentation.STANDARD);
        if (settings.build().getTimeout(TimeUnit.MILLISECONDS) == null) {
            settings.timeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** A day as an ISO date. */
    @WritingConverter
    static class DayToText implements Converter<LocalDate, String> {

        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }

    }

    /** An ISO date as a day. */
    @ReadingConverter
    static class TextToDay implements Converter<String, LocalDate> {

        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }

    }

    /** A time of day as ISO text. */
    @WritingConverter
    static class TimeToText implements Converter<LocalTime, String> {

        @Override
        public String convert(LocalTime time) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        }

    }

    /** ISO text as a time of day. */
    @ReadingConverter
    static class TextToTime implements Converter<String, LocalTime> {

        @Override
        public LocalTime convert(String text) {
            return LocalTime.parse(text);
        }

    }

}
