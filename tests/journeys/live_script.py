"""A meeting as strokes: everything somebody presses and types, from opening it to its minutes.

A chord costs a key for each of its parts, words cost nothing: they are what was said. What each
person's part of the minutes has to say stands beside the strokes that say it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coordinator.ui.kit.shortcuts import Key


@dataclass(frozen=True, slots=True)
class Press:
    """A key, or several at once."""

    chord: str


@dataclass(frozen=True, slots=True)
class Say:
    """Words that were said, between what the line needs to understand them."""

    words: str
    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """All that is typed."""
        return f"{self.before}{self.words}{self.after}"


@dataclass(frozen=True, slots=True)
class Pass:
    """Time goes by."""

    minutes: int


Stroke = Press | Say | Pass
ENTER = Press("Enter")


@dataclass(frozen=True, slots=True)
class Note:
    """What an agency says: as the line names it, and as the minutes do."""

    called: str
    agency: str
    words: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """An action: who, what, by when; as typed and as it stands in the minutes."""

    called: str
    owner: str
    words: str
    by: str
    due: str


@dataclass(frozen=True, slots=True)
class Dissent:
    """Who sees a decision differently, and what they say."""

    called: str
    agency: str
    words: str


@dataclass(frozen=True, slots=True)
class Talk:
    """What is said about one person.

    Attributes:
        reference: Whose case it is.
        outcomes: Strokes on the open actions, first to last; `became` is what the minutes then
            have to say of each.
        weeks: Until the panel looks again.
        also: Strokes between the view and the decision: a slip undone, somebody who comes.
        lead: Strokes after the decision.
        leads: Who leads then, where that changes; `led` is who did before.
        offers: What agencies offer, after the lead.
        unsaid: Words that were typed and taken back.
    """

    reference: str
    outcomes: Sequence[Stroke]
    became: Sequence[str]
    notes: Sequence[Note]
    view: str
    decision: str
    reason: str
    action: Agreed
    weeks: int
    review: str
    dissent: Dissent | None = None
    also: Sequence[Stroke] = ()
    lead: Sequence[Stroke] = ()
    leads: str = ""
    led: str = ""
    offers: Sequence[Note] = ()
    unsaid: Sequence[str] = ()


def keys(strokes: Iterable[Stroke]) -> int:
    """Count the keys that are pressed beyond the words."""
    return sum(len(one.chord.split("+")) for one in strokes if isinstance(one, Press))


def strokes_of(talk: Talk) -> tuple[Stroke, ...]:
    """Give everything that is pressed and typed about one person, on to the next."""
    return tuple(_strokes_of(talk))


def _strokes_of(talk: Talk) -> Iterator[Stroke]:
    yield Press(Key.LIVE_OUTCOMES)
    yield from talk.outcomes
    yield Press(Key.LIVE_SAID)
    for note in talk.notes:
        yield from (Say(note.words, f"{note.called}: "), ENTER)
    yield from (Press(Key.LIVE_VIEW), Say(talk.view))
    yield from talk.also
    yield from (Press(Key.LIVE_DECIDE), Say(talk.decision), ENTER, Say(talk.reason), ENTER)
    if talk.dissent is None:
        yield Press("N")
    else:
        yield from (Press("Y"), Say("", talk.dissent.called), ENTER)
        yield from (Say(talk.dissent.words), ENTER)
    yield from talk.lead
    for offer in talk.offers:
        yield from (Press(Key.LIVE_OFFER), Say(offer.words, f"{offer.called}: "), ENTER)
    agreed = talk.action
    yield Press(Key.LIVE_ACTION)
    yield from (Say(agreed.words, f"{agreed.called}, ", f", by {agreed.by}"), ENTER)
    yield from (Press(Key.REVIEW), Press(str(talk.weeks)), ENTER)
    yield from (Pass(6), Press(Key.LIVE_NEXT))
