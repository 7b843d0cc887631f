package io.touchpoint.digest;

import io.touchpoint.outbox.Saying;
import java.time.Instant;
import java.util.List;

/**
 * What else is to be said in a team's channel once its digest has been, such as a prompt
 * for the meetings that follow from it.
 */
public interface AfterDigest {

    /**
     * Asked once, when the digest is made; the answer is stored with it. Sayings in the
     * digest's own lane come after it.
     * @param digest of which a message will be sent that reports figures
     * @return what follows, in order; empty for nothing
     */
    List<Saying> after(Digest digest, Instant now);

}
