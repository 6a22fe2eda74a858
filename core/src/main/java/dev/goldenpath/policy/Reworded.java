package dev.goldenpath.policy;

import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;

/** A finding that more has become known about. */
final class Reworded {
    private Reworded() {}

    /** The same with more words, another effect, and another remedy. */
    static Finding of(Finding finding, Effect effect, String more, String remedy) {
        return new Finding(
                finding.rule(),
                effect,
                finding.words() + more,
                finding.className(),
                finding.source(),
                finding.path(),
                remedy);
    }
}
