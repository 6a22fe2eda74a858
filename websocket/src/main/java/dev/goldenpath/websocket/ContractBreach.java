package dev.goldenpath.websocket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the events are not as their contract says.
 *
 * @param type of the event
 * @param subject which subject it is about, empty where the contract knows but one
 * @param event the one that breaks it, absent where it is missing
 * @param note more about it, empty where there is no more
 */
record ContractBreach(
        TimelineMark mark,
        String type,
        String subject,
        @Nullable ContractEvent event,
        String note) {

    static ContractBreach of(TimelineMark mark, String subject, ContractEvent event, String note) {
        return new ContractBreach(mark, event.type(), subject, event, note);
    }

    static ContractBreach missing(String type, String subject, String note) {
        return new ContractBreach(TimelineMark.MISSING, type, subject, null, note);
    }

    /** For a headline, the breaches of one kind: {@code tool_executing and tool_completed are missing}. */
    static String inWords(TimelineMark mark, List<String> types) {
        String listed = Words.listed(types);
        if (mark == TimelineMark.HOLE) {
            return "there is a hole in the sequence before " + listed;
        }
        return listed + (types.size() == 1 ? " is " : " are ") + mark.word();
    }

    /** For a list: {@code agent_thinking (message 4) of 17 is duplicate: /id is that of message 3}. */
    String inWords(boolean withSubject) {
        String place = event == null || event.number() == 0 ? "" : " (message " + event.number() + ")";
        String of = withSubject && !subject.isEmpty() ? " of " + subject : "";
        return inWords(mark, List.of(type + place + of)) + (note.isEmpty() ? "" : ": " + note);
    }
}
