"""One line, typed while somebody speaks: who does what by when."""

from coordinator.domain.spoken.around import Around
from coordinator.domain.spoken.values import NO_ANSWERS, Answers, Understood


def understand(line: str, around: Around, answers: Answers = NO_ANSWERS) -> Understood:
    """Understand a line; to be asked at every key, and again with what was chosen.

    Args:
        line: As typed so far, in any order people type: *probation, book the visit, by Fri*;
            *by Fri probation to book the visit*; *book the visit - probation - Fri*.
        around: Who can be meant, and the calendar.
        answers: What was chosen from questions about this line; those whose words have changed
            since are left out.
    """
    raise NotImplementedError
