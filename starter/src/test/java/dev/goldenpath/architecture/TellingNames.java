package dev.goldenpath.architecture;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An implementation is package-private beside its interface, and a name says what a class is for. */
final class TellingNames implements Rule {
    private static final Pattern EMPTY_WORD = Pattern.compile(".*(Impl|Helper|Utils?|Manager|Data)");

    @Override
    public Ruling ruleOn(House house) {
        return Ruling.onEach(
                house.stream().filter(Visible::isVisible),
                type -> Stream.of(type)
                        .filter(named ->
                                EMPTY_WORD.matcher(named.getSimpleName()).matches())
                        .map(named -> named.getName()
                                + " is public and ends with Impl, Helper, Util, Utils, Manager or Data"));
    }
}
