package io.touchpoint.kill;

import io.touchpoint.kill.Point.Moment;
import io.touchpoint.kill.Point.Send;
import io.touchpoint.kill.Point.Write;

/**
 * The arrows of the way through the product, each with the moment at which the
 * application is killed on it.
 */
enum Arrow {

    /** The shop tells, and nothing is kept yet. */
    SHOP_TO_INTAKE(Scene.DELIVERED, new Write("events", "insert", 1, Moment.UNSENT)),
    /** The event is kept, and nothing is decided. */
    INTAKE_TO_FOLLOWUP(Scene.DELIVERED, new Write("events", "insert", 1, Moment.STORED)),
    /** It is decided to ask, and no question is planned. */
    FOLLOWUP_TO_CONVERSATION(Scene.DELIVERED, new Write("conversations", "insert", 1, Moment.UNSENT)),
    /** All is decided, and the shop has no answer. */
    INTAKE_TO_SHOP(Scene.DELIVERED, new Write("events", "update", 1, Moment.STORED)),
    /** The conversation has decided to say something, and nothing is promised. */
    CONVERSATION_TO_OUTBOX(Scene.ASKED, new Write("outbox", "insert", 1, Moment.UNSENT)),
    /** It is being said, and Slack has not taken it. */
    OUTBOX_TO_MESSENGER(Scene.ASKED, new Send("send", null, false)),
    /** Slack shows it, and has not said so. */
    MESSENGER_TO_CUSTOMER(Scene.ASKED, new Send("send", null, true)),
    /** Slack delivers what the customer wrote, and nothing is kept. */
    CUSTOMER_TO_ADAPTER(Scene.EXPLAINED, new Write("inbound", "insert", 1, Moment.UNSENT)),
    /** It is kept, and not acknowledged. */
    ADAPTER_TO_SLACK(Scene.EXPLAINED, new Write("inbound", "insert", 1, Moment.STORED)),
    /** The press is acknowledged, and has had no effect. */
    ADAPTER_TO_BOT(Scene.RATED, new Write("conversations", "", 1, Moment.ACKNOWLEDGED)),
    /** The conversation knows the press, and has done nothing about it. */
    BOT_TO_CONVERSATION(Scene.RATED, new Write("conversations", "", 1, Moment.STORED)),
    /** Something follows from the press, and the answer is not recorded. */
    CONVERSATION_TO_FEEDBACK(Scene.RATED, new Write("answers", "insert", 1, Moment.UNSENT)),
    /** The answer is recorded, and in no figure. */
    FEEDBACK_TO_ROLLUPS(Scene.RATED, new Write("rollups", "", 1, Moment.UNSENT)),
    /** The answer is in a figure, and does not know it. */
    ROLLUPS_TO_INSIGHT(Scene.RATED, new Write("rollups", "", 1, Moment.STORED)),
    /** There is much to report, and no digest. */
    INSIGHT_TO_DIGEST(Scene.MONDAY, new Write("digests", "insert", 1, Moment.UNSENT)),
    /** There is a digest, and it is not promised. */
    DIGEST_TO_OUTBOX(Scene.MONDAY, new Write("outbox", "insert", 1, Moment.UNSENT)),
    /** The digest is promised, and the prompt that follows from it is not. */
    INSIGHT_TO_CHECKIN(Scene.MONDAY, new Write("outbox", "insert", 2, Moment.UNSENT)),
    /** The channel shows the digest, and Slack has not said so. */
    OUTBOX_TO_TEAM_CHANNEL(Scene.MONDAY, new Send("send", "C0DELIVERY", true)),
    /** A check-in is planned, and its proposal is not promised. */
    CHECKIN_TO_OUTBOX(Scene.PLANNED, new Write("outbox", "insert", 1, Moment.UNSENT)),
    /** The report has the proposal, and Slack has not said so. */
    OUTBOX_TO_REPORT(Scene.PLANNED, new Send("send", "DU0JON", true)),
    /** The check-in is agreed, and only one of the two messages about it is promised. */
    OUTBOX_TO_MANAGER(Scene.ACCEPTED, new Write("outbox", "insert", 2, Moment.UNSENT)),
    /** A customer wishes for a reply, and there is no case. */
    CONVERSATION_TO_RECOVERY(Scene.WISHED, new Write("cases", "insert", 1, Moment.UNSENT)),
    /** There is a case, and nobody is told. */
    RECOVERY_TO_OUTBOX(Scene.WISHED, new Write("cases", "insert", 1, Moment.STORED)),
    /** A colleague takes the case; that is acknowledged, and the case does not know. */
    OWNER_TO_RECOVERY(Scene.TAKEN, new Write("cases", "", 1, Moment.ACKNOWLEDGED)),
    /** The case knows the reply, which is not promised; the colleague sees an error. */
    RECOVERY_TO_CUSTOMER(Scene.REPLIED, new Write("outbox", "insert", 1, Moment.UNSENT)),
    /** The customer has the reply, and Slack has not said so. */
    REPLY_TO_CUSTOMER(Scene.REPLIED, new Send("send", null, true));

    private final Scene scene;

    private final Point point;

    Arrow(Scene scene, Point point) {
        this.scene = scene;
        this.point = point;
    }

    Scene scene() {
        return scene;
    }

    Point point() {
        return point;
    }

}
