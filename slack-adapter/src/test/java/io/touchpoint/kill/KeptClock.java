package io.touchpoint.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * A clock that stands in a file until it is moved, and never goes back: every process
 * that maps the file reads the same time, whatever becomes of the database.
 */
final class KeptClock extends MovedClock {

    private static final VarHandle MILLIS = MethodHandles.byteBufferViewVarHandle(long[].class,
            ByteOrder.nativeOrder());

    private final Path file;

    private final ByteBuffer kept;

    KeptClock(Path file) {
        this.file = file;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            this.kept = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli((long) MILLIS.getVolatile(kept, 0));
    }

    @Override
    void moveTo(Instant to) {
        long target = to.toEpochMilli();
        long now = (long) MILLIS.getVolatile(kept, 0);
        while (now < target && !MILLIS.compareAndSet(kept, 0, now, target)) {
            now = (long) MILLIS.getVolatile(kept, 0);
        }
    }

    @Override
    void pass(Duration moment, int pace) {
        moveTo(instant().plus(moment.multipliedBy(pace)));
    }

    @Override
    String setting() {
        return file.toString();
    }

}
