package io.touchpoint.contract;

import java.util.List;
import java.util.stream.Stream;

class StorageContractTests extends StorageContract {

    StorageContractTests() {
        super("io.touchpoint");
    }

    @Override
    protected List<String> scripts() {
        return Stream.of("crash.CalmWeekTests", "inbox.InboxTests", "inbox.ParkedRequestsTests",
                "workspace.WorkspacesTests", "team.TeamsTests", "survey.SurveysTests", "journey.JourneyMapsTests",
                "customer.CustomersTests", "storage.StorageTests#saysThatTheDatabaseAnswers", "storage.ParkedWorkTests",
                "storage.InstancesTests", "intake.EventsTests#givesUpWhatCannotBeDecidedUntilSomebodyLooksAtIt",
                "feedback.ResponsesTests#recordsAResponseOnceWithTheNoteThatItsCellWaits",
                "feedback.ResponsesTests#countsHowManyConversationsLedToARating",
                "feedback.ResponsesTests#countsCustomersAndNotResponses",
                "feedback.ResponsesTests#findsTheResponsesOfATouchpointByDay",
                "feedback.RollupsTests#rebuildsCellsFromTheResponsesAndSaysHowManyWereWrong",
                "intake.EventsTests#answersWhatWasDecided", "intake.ConnectTests#knowsWhoseOrderIsDeliveredAndGoesBack",
                "intake.EventSecretsTests#theOneBeforeIsValidForADayAndAnyBeforeThatEndsAtOnce",
                "conversation.ConversationsTests#goesOnFromWhatHappenedWhileTheGatesWereAsked",
                "followup.FollowUpsTests#looksAgainWhenChatGaveNoAnswer",
                "followup.FollowUpsTests#countsWhatCameOfTheEvents",
                "followup.FollowUpsTests#saysOfAWithdrawnQuestionThatItHadBeenAsked",
                "breaker.BreakerTests#tellsTheAdminsOnceAndResumesAtTheirWord",
                "breaker.BreakerTests#leavesAMachineUnansweredThatAnswersWhateverIsSaid",
                "followup.FollowUpsTests#explainsEveryGate",
                "followup.RelationshipQuestionTests#asksNobodyOfACompanyThatDoesNotSaySo",
                "followup.RelationshipQuestionTests#waitsForTheNextTurnOfWhoHasDealtTooLittleOrIsNotKnownForAMonth",
                "followup.FirstContactTests#asksNothingThatWaitedForItsTurnWhenTheCustomerSaidStopElsewhere",
                "followup.AccountBudgetTests#keepsToTheRulesOfOneAccount",
                "followup.RehearsalsTests#tellsALongOneInTheDirectChatAsItGoesOn",
                "outbox.OutboxTests#saysWhatWasGivenUpWhenSomebodyWantsIt",
                "outbox.OutboxTests#whatIsGivenUpHoldsNothingBack",
                "outbox.OutcomesTests#holdsOnToWhatASlowPlatformIsTaking",
                "outbox.PacingTests#restsAsLongAsThePlatformSaysAndCountsNoAttempt",
                "recovery.CasesTests#looksAgainAMinuteLaterAtACaseThatFailed",
                "digest.DigestsTests#followsATeamThatWantsAnotherTime",
                "digest.DigestsTests#reportsAWeekOnceThoughItsTimeWasChanged",
                "checkin.CheckInsTests#isPlannedProposedAcceptedAndRemindedOf",
                "checkin.CheckInsTests#givesEachOfTheTwoAnAddressOfTheirOwn")
            .map("io.touchpoint."::concat)
            .toList();
    }

}
