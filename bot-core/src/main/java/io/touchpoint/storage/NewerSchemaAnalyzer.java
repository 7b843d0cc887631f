package io.touchpoint.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence, without a stack trace, why the start was refused. */
class NewerSchemaAnalyzer extends AbstractFailureAnalyzer<NewerSchema> {

    @Override
    protected FailureAnalysis analyze(Throwable root, NewerSchema cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }

}
