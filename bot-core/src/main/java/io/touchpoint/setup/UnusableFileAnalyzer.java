package io.touchpoint.setup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists what is wrong with the workspace file, without a stack trace around it. */
class UnusableFileAnalyzer extends AbstractFailureAnalyzer<UnusableFile> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableFile cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }

}
