package io.touchpoint.teams;

import com.microsoft.aad.msal4j.IAuthenticationResult;

/** Where the token comes from with which the Bot Connector is called. */
@FunctionalInterface
interface TokenSource {

    /**
     * A token that is valid now; kept until it is about to expire.
     * @throws Exception when none can be had now
     */
    IAuthenticationResult token() throws Exception;

}
