package dev.goldenpath.environment;

/** Says that a text can't be read as what its key holds. */
final class WrongText {
    private WrongText() {}

    /**
     * The problem.
     *
     * @param shown what may be shown of the text
     * @param filledIn whether that has variables, so that it is not what was read
     * @param refusal its message is the end of a sentence
     */
    static ConfigurationProblem problem(
            Setting setting, String shown, boolean filledIn, IllegalArgumentException refusal) {
        return new ConfigurationProblem(
                setting.origin(),
                setting.key() + ": '" + shown + "'" + (filledIn ? ", with its variables filled in, " : " ")
                        + refusal.getMessage(),
                "Correct it.");
    }
}
