package io.touchpoint.journey;

/** Where a customer is asked. */
public enum Place {

    /** In the customer's own chat with the bot. */
    PRIVATE,
    /** Where the conversation was that it is about; the answer is private there too. */
    THREAD

}
