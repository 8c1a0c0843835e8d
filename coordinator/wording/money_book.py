"""The money ledger in words: what each line tells, and how its sums are to be read."""

from collections.abc import Iterator, Mapping

from coordinator.domain.money.book import FundFlow, LedgerEvent, LedgerMove
from coordinator.wording.dates import plain_day
from coordinator.wording.money import pounds
from coordinator.wording.translation import N_, _

_EVENTS: Mapping[LedgerEvent, str] = {
    LedgerEvent.ASKED: N_("Asked for"),
    LedgerEvent.AGREED: N_("Agreed"),
    LedgerEvent.PART_AGREED: N_("Agreed in part"),
    LedgerEvent.REFUSED: N_("Refused"),
    LedgerEvent.WITHDRAWN: N_("Withdrawn"),
    LedgerEvent.SPENT: N_("Spent"),
    LedgerEvent.RETURNED: N_("Given back"),
    LedgerEvent.TAKEN_BACK: N_("Entry taken back"),
}


def event_words(move: LedgerMove) -> str:
    """Say what a line tells; of an entry that was taken back, what it had said."""
    told = _(_EVENTS[move.what])
    if move.what is LedgerEvent.TAKEN_BACK:
        return _("{what}: {amount}, not counted", what=told, amount=pounds(move.void))
    return told


def days_words(flow: FundFlow) -> str:
    """Say for which days a fund was given."""
    if flow.from_on is None or flow.to_on is None:
        return _("Nothing is written down as given")
    return _("{first} to {last}", first=plain_day(flow.from_on), last=plain_day(flow.to_on))


def method(*, has_others: bool) -> Iterator[str]:
    """Say how it was summed up, in sentences."""
    yield _(
        "Each line stands on the day it was asked for, decided, spent or given back; both ends of"
        " the period are in it."
    )
    yield _(
        "What a fund has at the end is what it had at the beginning, with what was given, less"
        " what was spent, with what was given back. What is agreed and has not gone out is still"
        " in it."
    )
    yield _(
        "Money counts to the fund for the days in which it was agreed. A fund nothing is written"
        " down for has no balance; it is not nought."
    )
    yield _(
        "A decision stands as it is on file now; an entry that was taken back is shown and not"
        " counted. That a request was settled has no line: no money moves by it."
    )
    if has_others:
        yield _(
            "Others: requests that whoever made this paper may not see. They are in the sums, so"
            " that these are right, and nowhere else."
        )
