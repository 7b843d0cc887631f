package io.touchpoint.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Keeps a quotation mark that is never closed from filling the memory with the rest of
 * the file.
 */
final class Bounded extends FilterReader {

    static final int MOST = 8 * 1024 * 1024;

    private int since;

    Bounded(Reader in) {
        super(in);
    }

    /** The line is over. */
    void restart() {
        since = 0;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count((one < 0) ? 0 : 1);
        return one;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int many = super.read(buffer, offset, length);
        count(Math.max(0, many));
        return many;
    }

    private void count(int many) throws IOException {
        since += many;
        if (since > MOST) {
            throw new TooLong();
        }
    }

    /** A line has no end. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;

    }

}
