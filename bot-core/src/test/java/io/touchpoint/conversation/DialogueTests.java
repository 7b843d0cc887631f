package io.touchpoint.conversation;

import org.junit.jupiter.api.Test;

class DialogueTests {

    private final Chat chat = new Chat();

    @Test
    void asksForTheFirstTime() {
        chat.comes().expect("""
                say 1, prompt
                  Northwind Outfitters would like to know how your delivery went (order 10442, arrived 19 Nov).
                  How was the delivery, from 1 (very bad) to 5 (very good)?
                  [1 Very bad] [2 Bad] [3 OK] [4 Good] [5 Very good]
                  One tap is enough. You can write anything, also about something else.
                  You get this because you ordered from us. At most one new question a week, with one reminder.
                  The delivery team reads your answer. It is confidential, not anonymous. Privacy
                  [Not now] [Stop asking]
                """);
    }

    @Test
    void asksShorterLaterOn() {
        chat.knownCustomer().comes().expect("""
                say 1, prompt
                  Northwind Outfitters would like to know how your delivery went (order 10442, arrived 19 Nov).
                  How was the delivery, from 1 (very bad) to 5 (very good)?
                  [1 Very bad] [2 Bad] [3 OK] [4 Good] [5 Very good]
                  One tap is enough. You can write anything, also about something else.
                  Privacy
                  [Not now] [Stop asking]
                """);
    }

    @Test
    void asksBackAfterALowRatingAndKeepsEveryStep() {
        chat.asked().press("rate:2").expect("""
                record 2
                edit 1 by 2
                  Delivery: 2, bad.
                  [Change]
                say 3, reply
                  What went wrong? Tap all that fit.
                  [Late] [No tracking]
                  What should we fix first? Write it here, or leave it.
                  [I'd like a reply] [That's all]
                """).press("reason:late").expect("""
                record 2 late
                edit 3 by 4
                  What went wrong? Tap all that fit.
                  [✓ Late] [No tracking]
                  What should we fix first? Write it here, or leave it.
                  [I'd like a reply] [That's all]
                """).write("Two days late and nobody told me.").expect("""
                record 2 late “Two days late and nobody told me.”
                edit 3 by 5
                  What went wrong: Late.
                  What should we fix first? Write it here, or leave it.
                say 6, reply
                  Thank you. The delivery team has this now.
                """).write("and the box was wet").expect("""
                record 2 late “Two days late and nobody told me.” “and the box was wet”
                say 7, reply
                  I've added your note.
                """);
    }

    @Test
    void closesTheFollowUpAfterADayOfSilenceAndLosesNothing() {
        chat.asked().press("rate:2").press("reason:late").daysPass(1).timeIsUp().expect("""
                edit 3 by 5
                  What went wrong: Late.
                  What should we fix first? Write it here, or leave it.
                """).timeIsUp().expect("").write("the box was wet").expect("""
                record 2 late “the box was wet”
                say 6, reply
                  I've added your note.
                """);
    }

    @Test
    void forgetsWordsThatAreTakenBack() {
        chat.asked().press("rate:2").write("It was wet.").write("and late").takeBack("It was wet.").expect("""
                record 2 “and late”
                say 7, reply
                  I've taken those words out of your answer.
                """).takeBack("It was wet.").expect("");
    }

    @Test
    void asksBackAfterANeutralAndAHighRating() {
        chat.asked().write("3").expect("""
                record 3
                edit 1 by 2
                  Delivery: 3, OK.
                  [Change]
                say 3, reply
                  What would have made it a 5? Write it here, or leave it.
                  [That's all]
                """).press("done").expect("""
                edit 3 by 4
                  What would have made it a 5? Write it here, or leave it.
                say 5, reply
                  Thank you. The delivery team will read this.
                """).press("rate:5").expect("""
                edit 3 by 6
                  What would have made it a 5? Write it here, or leave it.
                record 5
                edit 1 by 7
                  Delivery: 5, very good.
                  [Change]
                say 8, reply
                  Changed from 3, OK, to 5, very good.
                say 9, reply
                  What did we do well? Write it here, or leave it.
                  [That's all]
                """).press("done").expect("""
                edit 9 by 10
                  What did we do well? Write it here, or leave it.
                say 11, reply
                  Thank you. I'll pass it on to the delivery team.
                """);
    }

    @Test
    void ignoresASecondPressOfTheSameButton() {
        chat.asked().press("rate:2");
        chat.press("rate:2").expect("""
                edit 1 by 4
                  Delivery: 2, bad.
                  [Change]
                """);
    }

    @Test
    void refusesAValueThatWasNotOffered() {
        chat.asked().press("rate:9").expect("").press("rate:99999999999").expect("").press("rate:-5").expect("");
        chat.press("reason:late").expect("").press("nonsense").expect("");
    }

    @Test
    void asksOnceMoreAfterNotNow() {
        chat.asked()
            .press("later")
            .expect("""
                    edit 1 by 2
                      You said: not now.
                    say 3, reply
                      OK. I'll ask once more on Mon 23 Nov and then let it go.
                      [Don't ask again about this]
                    """)
            .daysPass(3)
            .comes()
            .expect("""
                    say 4, prompt
                      Northwind Outfitters would still like to know how your delivery went (order 10442, arrived 19 Nov). This is the only reminder.
                      How was the delivery, from 1 (very bad) to 5 (very good)?
                      [1 Very bad] [2 Bad] [3 OK] [4 Good] [5 Very good]
                      [Not now] [Stop asking]
                    """)
            .press("later")
            .expect("""
                    edit 1 by 5
                      You closed this question.
                    edit 4 by 6
                      You closed this question.
                    say 7, reply
                      OK. I won't ask about this again.
                    """);
    }

    @Test
    void remindsOnceOfAQuestionThatStandsUnanswered() {
        chat.asked()
            .daysPass(3)
            .comes()
            .expect("""
                    say 2, prompt
                      Northwind Outfitters would still like to know how your delivery went (order 10442, arrived 19 Nov). This is the only reminder.
                      How was the delivery, from 1 (very bad) to 5 (very good)?
                      [1 Very bad] [2 Bad] [3 OK] [4 Good] [5 Very good]
                      [Not now] [Stop asking]
                    """)
            .comes()
            .expect("")
            .press("later")
            .expect("""
                    edit 1 by 3
                      You closed this question.
                    edit 2 by 4
                      You closed this question.
                    say 5, reply
                      OK. I won't ask about this again.
                    """);
    }

    @Test
    void letsTheQuestionStandWhereAGateHoldsTheReminderBack() {
        chat.asked().daysPass(3).held().expect("").press("rate:4").expect("""
                record 4
                edit 1 by 2
                  Delivery: 4, good.
                  [Change]
                say 3, reply
                  What did we do well? Write it here, or leave it.
                  [That's all]
                """);
    }

    @Test
    void closesBothMessagesWithOnePress() {
        chat.asked().press("later").daysPass(3).comes().press("rate:4").expect("""
                record 4
                edit 1 by 5
                  Delivery: 4, good.
                  [Change]
                edit 4 by 6
                  Delivery: 4, good.
                  [Change]
                say 7, reply
                  What did we do well? Write it here, or leave it.
                  [That's all]
                """);
    }

    @Test
    void stopsByButtonAndByWordInEveryState() {
        chat.asked()
            .press("stop")
            .expect("""
                    opt out
                    say 2, reply
                      Done. You won't get questions from Northwind Outfitters any more, in Slack or Teams. To undo, write “start”.
                      [Undo]
                    edit 1 by 3
                      You asked for no more questions.
                    """)
            .press("undo")
            .expect("""
                    opt in
                    say 4, reply
                      You will get questions from Northwind Outfitters again. Write “stop” to end them.
                    """);
        new Chat().asked()
            .press("rate:5")
            .write("STOP")
            .expect("""
                    opt out
                    say 4, reply
                      Done. You won't get questions from Northwind Outfitters any more, in Slack or Teams. To undo, write “start”.
                      [Undo]
                    """)
            .write("start")
            .expect("""
                    opt in
                    say 5, reply
                      You will get questions from Northwind Outfitters again. Write “stop” to end them.
                    """);
    }

    @Test
    void closesOneQuestionWhenOnlyThatIsMeant() {
        chat.asked().write("quit").expect("""
                edit 1 by 2
                  You closed this question.
                say 3, reply
                  I've closed this question.
                  [Never ask me again]
                """);
    }

    @Test
    void fetchesAPersonOnceAndSaysByWhen() {
        chat.asked()
            .press("rate:1")
            .press("reply")
            .expect("""
                    complain 1
                    say 4, reply
                      I've asked the delivery team to write to you here by Wed 25 Nov, end of day. You can add a phone number or a good time.
                    edit 3 by 5
                      What went wrong? Tap all that fit.
                      [Late] [No tracking]
                      What should we fix first? Write it here, or leave it.
                      [That's all]
                    """)
            .writeForCase("after five is best")
            .expect("""
                    tell “after five is best”
                    say 6, reply
                      I've passed this on.
                    """);
        new Chat().asked()
            .write("I want to talk to a human")
            .expect("""
                    complain null
                    say 2, reply
                      I've asked the delivery team to write to you here by Wed 25 Nov, end of day. You can add a phone number or a good time.
                    """)
            .writeForCase("the box was wet")
            .expect("""
                    tell “the box was wet”
                    record null “the box was wet”
                    say 3, reply
                      I've passed this on.
                    """);
    }

    @Test
    void keepsWordsThatComeBeforeARating() {
        chat.asked().write("Where is my refund?").expect("""
                record null “Where is my refund?”
                say 2, reply
                  I've passed this to the delivery team.
                  [I'd like a reply]
                  And the delivery itself, from 1 to 5?
                  [1 Very bad] [2 Bad] [3 OK] [4 Good] [5 Very good]
                """).press("rate:4").expect("""
                record 4 “Where is my refund?”
                edit 1 by 3
                  Delivery: 4, good.
                  [Change]
                say 4, reply
                  What did we do well? Write it here, or leave it.
                  [That's all]
                """);
    }

    @Test
    void asksAgainRatherThanGuess() {
        chat.asked().write("pretty good").expect("""
                say 2, reply
                  Is that a 4 or a 5?
                  [4 Good] [5 Very good]
                """).write("7").expect("""
                say 3, reply
                  The scale goes from 1 (very bad) to 5 (very good). Which one fits?
                  [1 Very bad] [2 Bad] [3 OK] [4 Good] [5 Very good]
                """).write("3 or 4").expect("""
                say 4, reply
                  Which one is it?
                  [3 OK] [4 Good]
                """).write("8 out of 10").expect("""
                say 5, reply
                  Is that a 4? Tap it, or another one.
                  [1 Very bad] [2 Bad] [3 OK] [4 Good] [5 Very good]
                """);
    }

    @Test
    void takesAScoreAndWordsTogether() {
        chat.asked().write("5 but slow").expect("""
                record 5 “but slow”
                edit 1 by 2
                  Delivery: 5, very good.
                  [Change]
                say 3, reply
                  Noted: 5, very good, and your words.
                  [Change]
                """);
    }

    @Test
    void correctsARatingUntilTheQuestionExpires() {
        chat.asked().press("rate:2").write("I meant 4").expect("""
                edit 3 by 4
                  What should we fix first? Write it here, or leave it.
                record 4
                edit 1 by 5
                  Delivery: 4, good.
                  [Change]
                say 6, reply
                  Changed from 2, bad, to 4, good.
                say 7, reply
                  What did we do well? Write it here, or leave it.
                  [That's all]
                """).press("change").expect("""
                edit 1 by 8
                  Delivery: 4, good.
                  How was the delivery, from 1 (very bad) to 5 (very good)?
                  [1 Very bad] [2 Bad] [3 OK] [4 Good] [5 Very good]
                """).daysPass(8).press("rate:1").expect("""
                say 9, reply
                  This answer can't be changed any more. If you still want to tell us something, write it here.
                """).write("I meant 1").expect("""
                record 4 “I meant 1”
                say 10, reply
                  This answer can't be changed any more. I've added your note.
                """);
    }

    @Test
    void expiresWithoutANewMessage() {
        chat.asked().daysPass(7).timeIsUp().expect("""
                edit 1 by 2
                  This question closed on 27 Nov. You can still write to us here.
                """).press("rate:4").expect("""
                say 3, reply
                  This question has closed. If you still want to tell us something, write it here.
                """).write("the box was wet").expect("""
                record null “the box was wet”
                say 4, reply
                  I've passed this to the delivery team.
                """);
    }

    @Test
    void withdrawsTheQuestion() {
        chat.asked().undone().expect("""
                edit 1 by 2
                  Order 10442 went back. I won't ask about it.
                """).press("rate:4").expect("""
                say 3, reply
                  This question has closed. If you still want to tell us something, write it here.
                """);
        new Chat().undone().expect("");
    }

    @Test
    void saysWhyAndWhoReads() {
        chat.asked()
            .write("why?")
            .expect("""
                    say 2, reply
                      You got this question because order 10442 arrived on 19 Nov. The delivery team reads it. Write “stop” to end all questions, or “settings” to choose how often, when and in which language.
                    """);
    }

    @Test
    void speaksGerman() {
        new Chat().inGerman()
            .comes()
            .expect("""
                    say 1, prompt
                      Northwind Outfitters möchte wissen, wie Ihre Lieferung lief (Bestellung 10442, angekommen am 19. Nov.).
                      Wie war die Lieferung, von 1 (sehr schlecht) bis 5 (sehr gut)?
                      [1 Sehr schlecht] [2 Schlecht] [3 OK] [4 Gut] [5 Sehr gut]
                      Ein Tipp genügt. Sie können alles schreiben, auch zu etwas anderem.
                      Sie bekommen das, weil Sie bei uns bestellt haben. Höchstens eine neue Frage pro Woche, mit einer Erinnerung.
                      Das Lieferteam liest Ihre Antwort. Sie ist vertraulich, nicht anonym. Datenschutz
                      [Nicht jetzt] [Nicht mehr fragen]
                    """)
            .write("vier")
            .expect("""
                    record 4
                    edit 1 by 2
                      Lieferung: 4, gut.
                      [Ändern]
                    say 3, reply
                      Was haben wir gut gemacht? Schreiben Sie es hier, oder lassen Sie es.
                      [Das ist alles]
                    """);
    }

}
