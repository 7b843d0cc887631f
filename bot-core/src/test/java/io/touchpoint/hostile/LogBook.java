package io.touchpoint.hostile;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/**
 * Reads every line that is logged at any level, by everything that the application's own
 * settings do not silence, and keeps those that hold a canary.
 */
final class LogBook extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();

    private final Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final Level before = root.getLevel();

    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();

    private final ConcurrentLinkedQueue<String> leaks = new ConcurrentLinkedQueue<>();

    private final String canary;

    private volatile long lines;

    LogBook(String canary) {
        this.canary = canary;
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        setContext(loggers);
        start();
        root.addAppender(this);
        root.setLevel(Level.ALL);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines++;
        String line = event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
                + event.getMDCPropertyMap() + thrown(event.getThrowableProxy());
        int at = line.indexOf(canary);
        if (at >= 0) {
            leaks.add(line.substring(0, Math.min(line.length(), 100)) + " … "
                    + line.substring(Math.max(0, at - 60), Math.min(line.length(), at + canary.length() + 20)));
        }
    }

    private static String thrown(IThrowableProxy proxy) {
        return (proxy == null) ? "" : ThrowableProxyUtil.asString(proxy);
    }

    long lines() {
        return lines;
    }

    List<String> leaks() {
        return List.copyOf(leaks);
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(before);
        others.forEach(root::addAppender);
        stop();
    }

}
