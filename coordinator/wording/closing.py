"""What a meeting leaves open, in words: which line, and what is to be done about it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from coordinator.domain.meetings.closing_check import Left, OpenLine
from coordinator.wording.translation import _

_MOST = 90  # letters of an action or a decision


def head_of(line: OpenLine, about: str) -> str:
    """Name what a line of the check is about.

    Args:
        line: Which.
        about: The item of the agenda it belongs to, in words; empty when it has none.
    """
    if line.what is Left.STATEMENT:
        return _("Confidentiality statement")
    if line.what in {Left.TELL, Left.SILENT}:
        return line.who
    return about or line.who or _("The panel")


def below_of(line: OpenLine) -> str:
    """Say what is open about it."""
    return _SAID[line.what](line)


def _quorum(line: OpenLine) -> str:
    return _("Too few agencies were there to decide: {words}", words=_words(line))


def _dissent(line: OpenLine) -> str:
    return _("Does anyone disagree? Nobody was asked: {words}", words=_words(line))


def _owner(line: OpenLine) -> str:
    return _("{number} has no owner: {words}", number=_numbers(line), words=_words(line))


def _barrier(line: OpenLine) -> str:
    if not line.numbers:
        return _("A barrier without details")
    return _("{number} could not be done; why is not said", number=_numbers(line))


def _tell(line: OpenLine) -> str:
    return _("Not in the room: tell today of {numbers}", numbers=_numbers(line))


def _numbers(line: OpenLine) -> str:
    return ", ".join(line.numbers)


def _words(line: OpenLine) -> str:
    return _short(line.text) or _("restricted, not shown here")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _MOST else f"{words[: _MOST - 1].rstrip()}…"


_SAID: Mapping[Left, Callable[[OpenLine], str]] = MappingProxyType(
    {
        Left.STATEMENT: lambda _line: _("Its reading is not recorded"),
        Left.ITEM: lambda _line: _("Neither taken, put off nor withdrawn"),
        Left.QUORUM: _quorum,
        Left.DISSENT: _dissent,
        Left.OWNER: _owner,
        Left.BARRIER: _barrier,
        Left.LEAD: lambda _line: _("Lead to agree"),
        Left.REVIEW: lambda _line: _("No next review"),
        Left.TELL: _tell,
        Left.SILENT: lambda _line: _("Nothing was heard from them"),
    }
)
