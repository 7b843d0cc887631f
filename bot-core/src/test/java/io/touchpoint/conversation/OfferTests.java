package io.touchpoint.conversation;

import org.junit.jupiter.api.Test;

/** Dialogues that begin with a line where others read it too. */
class OfferTests {

    private static final String OPENING = """
              Northwind Outfitters would like to know how your delivery went (order 10442, arrived 19 Nov).
              How was the delivery, from 1 (very bad) to 5 (very good)?
              [1 Very bad] [2 Bad] [3 OK] [4 Good] [5 Very good]
              One tap is enough. You can write anything, also about something else.
              Privacy
              [Not now] [Stop asking]
            """;

    private static final String CLOSED = """
              This question is closed here.
            """;

    private final Chat chat = new Chat().knownCustomer().inThread();

    @Test
    void offersTheQuestionInTheThreadAndPutsItPrivatelyWhenItIsWanted() {
        chat.comes().expect("""
                say 1, prompt in the thread of C7 7.1
                  @Dana, how did we do? Your answer does not appear here.
                  [Answer privately]
                """).press("privately").expect("""
                say 2, reply
                """ + OPENING + """
                edit 1 by 3 in the thread of C7 7.1
                """ + CLOSED).press("privately").expect("").press("rate:2").expect("""
                record 2
                edit 2 by 4
                  Delivery: 2, bad.
                  [Change]
                say 5, reply
                  What went wrong? Tap all that fit.
                  [Late] [No tracking]
                  What should we fix first? Write it here, or leave it.
                  [I'd like a reply] [That's all]
                """);
    }

    @Test
    void speaksTheCustomersLanguageThereToo() {
        new Chat().inGerman().inThread().comes().expect("""
                say 1, prompt in the thread of C7 7.1
                  @Dana, wie zufrieden waren Sie? Ihre Antwort erscheint nicht hier.
                  [Privat antworten]
                """);
    }

    @Test
    void mentionsNobodyWhoseNameItDoesNotKnow() {
        chat.nameless().comes().expect("""
                say 1, prompt in the thread of C7 7.1
                  How did we do? Your answer does not appear here.
                  [Answer privately]
                """);
    }

    @Test
    void takesAnAnswerThatIsWrittenPrivatelyWithoutAPress() {
        chat.comes().write("5").expect("""
                record 5
                say 2, reply
                  What did we do well? Write it here, or leave it.
                  [That's all]
                edit 1 by 3 in the thread of C7 7.1
                """ + CLOSED);
    }

    @Test
    void endsAtAWordThereToo() {
        chat.comes()
            .write("stop")
            .expect("""
                    opt out
                    say 2, reply
                      Done. You won't get questions from Northwind Outfitters any more, in Slack or Teams. To undo, write “start”.
                      [Undo]
                    edit 1 by 3 in the thread of C7 7.1
                    """
                    + CLOSED);
    }

    @Test
    void asksOnceMorePrivatelyAfterNotNow() {
        chat.comes()
            .press("privately")
            .press("later")
            .expect("""
                    edit 2 by 4
                      You said: not now.
                    say 5, reply
                      OK. I'll ask once more on Mon 23 Nov and then let it go.
                      [Don't ask again about this]
                    """)
            .daysPass(3)
            .comes()
            .expect("""
                    say 6, prompt
                      Northwind Outfitters would still like to know how your delivery went (order 10442, arrived 19 Nov). This is the only reminder.
                      How was the delivery, from 1 (very bad) to 5 (very good)?
                      [1 Very bad] [2 Bad] [3 OK] [4 Good] [5 Very good]
                      [Not now] [Stop asking]
                    """);
    }

    @Test
    void closesTheLineWhenNobodyWantsIt() {
        chat.comes().daysPass(7).timeIsUp().expect("""
                edit 1 by 2 in the thread of C7 7.1
                """ + CLOSED).press("privately").expect("");
    }

    @Test
    void closesTheLineWhenTheTicketIsOpenAgain() {
        chat.comes().undone().expect("""
                edit 1 by 2 in the thread of C7 7.1
                """ + CLOSED);
    }

    @Test
    void asksPrivatelyWhenTheLineCouldNotBeSaid() {
        chat.comes().threadClosed().expect("""
                say 2, prompt
                """ + OPENING + """
                edit 1 by 3 in the thread of C7 7.1
                """ + CLOSED);
    }

}
