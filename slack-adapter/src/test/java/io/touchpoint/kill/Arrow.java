package io.touchpoint.kill;

import io.touchpoint.kill.Point.Moment;
import io.touchpoint.kill.Point.Send;
import io.touchpoint.kill.Point.Write;

/**
 * The arrows of the way through the product, each with the moment at which the
 * application is killed on it.
 */
enum Arrow {

    SHOP_TO_INTAKE(Scene.DELIVERED, new Write("events", "insert", 1, Moment.UNSENT)),
    INTAKE_TO_FOLLOWUP(Scene.DELIVERED, new Write("events", "insert", 1, Moment.STORED)),
    FOLLOWUP_TO_CONVERSATION(Scene.DELIVERED, new Write("conversations", "insert", 1, Moment.UNSENT)),
    INTAKE_TO_SHOP(Scene.DELIVERED, new Write("events", "update", 1, Moment.STORED)),
    CONVERSATION_TO_OUTBOX(Scene.ASKED, new Write("outbox", "insert", 1, Moment.UNSENT)),
    OUTBOX_TO_MESSENGER(Scene.ASKED, new Send("send", null, false)),
    MESSENGER_TO_OUTBOX(Scene.ASKED, new Send("send", null, true)),
    CUSTOMER_TO_ADAPTER(Scene.EXPLAINED, new Write("inbound", "insert", 1, Moment.UNSENT)),
    ADAPTER_TO_CUSTOMER(Scene.EXPLAINED, new Write("inbound", "insert", 1, Moment.STORED)),
    ADAPTER_TO_BOT(Scene.RATED, new Write("conversations", "", 1, Moment.ACKNOWLEDGED)),
    BOT_TO_CONVERSATION(Scene.RATED, new Write("conversations", "", 1, Moment.STORED)),
    CONVERSATION_TO_FEEDBACK(Scene.RATED, new Write("answers", "insert", 1, Moment.UNSENT)),
    FEEDBACK_TO_INSIGHT(Scene.RATED, new Write("rollups", "", 1, Moment.STORED)),
    INSIGHT_TO_DIGEST(Scene.MONDAY, new Write("digests", "insert", 1, Moment.UNSENT)),
    DIGEST_TO_OUTBOX(Scene.MONDAY, new Write("outbox", "insert", 1, Moment.UNSENT)),
    OUTBOX_TO_CHANNEL(Scene.MONDAY, new Send("send", "C0DELIVERY", true)),
    CONVERSATION_TO_RECOVERY(Scene.WISHED, new Write("cases", "insert", 1, Moment.UNSENT)),
    RECOVERY_TO_OWNER(Scene.WISHED, new Write("cases", "insert", 1, Moment.STORED)),
    OWNER_TO_RECOVERY(Scene.TAKEN, new Write("cases", "", 1, Moment.ACKNOWLEDGED)),
    RECOVERY_TO_CUSTOMER(Scene.REPLIED, new Write("outbox", "insert", 1, Moment.UNSENT)),
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
