package io.touchpoint.csv;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far the reading of a file has come. */
interface Progress extends AutoCloseable {

    /** So much is done. */
    void at(long bytes, long lines);

    @Override
    void close();

    /** A bar, for a terminal. */
    static Progress bar(PrintStream out, String name, long size) {
        ProgressBar bar = new ProgressBarBuilder().setTaskName(name)
            .setInitialMax(size)
            .setUnit(" kB", 1024)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(out, 100))
            .build();
        return new Progress() {

            @Override
            public void at(long bytes, long lines) {
                bar.stepTo(bytes);
                bar.setExtraMessage(" " + Reading.lines(lines));
            }

            @Override
            public void close() {
                bar.close();
            }

        };
    }

    /** A line at each tenth, for what keeps all that is printed. */
    static Progress lines(PrintStream out, String name, long size) {
        return new Progress() {

            private long shown;

            @Override
            public void at(long bytes, long lines) {
                long tenths = (size == 0) ? 10 : 10 * bytes / size;
                if (tenths > shown) {
                    shown = tenths;
                    out.println("%s: %d%%, %s".formatted(name, 10 * tenths, Reading.lines(lines)));
                }
            }

            @Override
            public void close() {
                out.flush();
            }

        };
    }

}
