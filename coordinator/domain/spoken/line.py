"""One line, typed while somebody speaks: who does what by when.

The words of the action are whatever is left when owner and day are taken out: in their order, with
a capital first, without *to* before and a full stop after.
"""

from dataclasses import replace

from coordinator.domain.spoken.around import Around
from coordinator.domain.spoken.by_when import DayAt, find_day
from coordinator.domain.spoken.cutting import Line, cut
from coordinator.domain.spoken.days import not_said, settled
from coordinator.domain.spoken.owners import Owners
from coordinator.domain.spoken.values import (
    NO_ANSWERS,
    Answers,
    Calendar,
    DayState,
    OwnerState,
    SpokenOwner,
    Understood,
)
from coordinator.domain.spoken.who import OwnerAt, find_owner


def understand(line: str, around: Around, answers: Answers = NO_ANSWERS) -> Understood:
    """Understand a line; to be asked at every key, and again with what was chosen.

    Args:
        line: As typed so far, in any order people type: *probation, book the visit, by Fri*;
            *by Fri probation to book the visit*; *book the visit - probation - Fri*.
        around: Who can be meant, and the calendar.
        answers: What was chosen from questions about this line; those whose words have changed
            since are left out.
    """
    words = cut(line)
    day = find_day(words, around.calendar)
    day = _day_answered(day or _no_day(words, around.calendar), around.calendar, answers)
    left = words if day.stays else words.without(day.first, day.last)
    owner = _owner_answered(find_owner(left, around.owners), around.owners, answers)
    if owner.is_taken:
        left = left.without(owner.first, owner.last)
    counted = _counted(answers, owner.owner.words, day.day.words)
    return Understood(owner.owner, _tidied(left), day.day, counted)


def _no_day(words: Line, calendar: Calendar) -> DayAt:
    end = len(words.words)
    return DayAt(end, end, not_said(calendar), stays=True)


def _day_answered(at: DayAt, calendar: Calendar, answers: Answers) -> DayAt:
    """Put in the day that was chosen for these words; figures that were meant are taken out."""
    if answers.day is None or answers.day_words != at.day.words:
        return at
    is_meant = at.day.state is DayState.MEANT and answers.day in at.day.choices
    day = replace(settled(answers.day, calendar, is_far_fine=True), words=at.day.words)
    return DayAt(at.first, at.last, day, stays=at.stays and not is_meant)


def _owner_answered(at: OwnerAt, owners: Owners, answers: Answers) -> OwnerAt:
    """Put in the owner who was chosen for these words, unless they cannot be given it."""
    chosen = owners.by_id.get(answers.owner_id) if answers.owner_id else None
    if chosen is None or answers.owner_words != at.owner.words:
        return at
    found = owners.refused(chosen) or SpokenOwner(OwnerState.UNDERSTOOD, owner=chosen)
    is_meant = at.owner.state is OwnerState.MEANT and chosen in at.owner.choices
    words = at.owner.words
    return OwnerAt(replace(found, words=words), at.first, at.last, at.is_taken or is_meant)


def _counted(answers: Answers, owner_words: str, day_words: str) -> Answers:
    """Keep the answers whose words still stand."""
    if answers.owner_words != owner_words:
        answers = replace(answers, owner_id=None, owner_words="")
    if answers.day_words != day_words:
        answers = replace(answers, day=None, day_words="")
    return answers


def _tidied(left: Line) -> str:
    if left.folded[:1] == ("to",):
        left = left.without(0, 1)
    text = left.written()
    if text.endswith(".") and not text.endswith(".."):
        text = text[:-1].rstrip()
    capital = text[:1].upper()
    return capital + text[1:] if len(capital) == 1 else text
