package io.touchpoint.kill;

/** The scenes of the story, in order. */
enum Scene {

    DELIVERED, ASKED, RATED, EXPLAINED, WISHED, TAKEN, REPLIED, ANSWERED, MONDAY

}
