"""The letter to the person themselves: plain words, one idea in a sentence.

Nothing that was written about them stands in it: only what the panel answered, from a list, who
leads, and how to reach whom.
"""

from collections.abc import Iterator
from datetime import date

from coordinator.domain.panel.letter_texts import LetterText
from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.papers.letter import Letter, LetterPart
from coordinator.domain.person.letters import OwnFacts, Reach
from coordinator.wording import letters as words
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _


def own_letter(facts: OwnFacts, panel: str, called: str, today: date, own: LetterText) -> Letter:
    """Write the letter.

    Args:
        facts: What they are told.
        panel: Who writes.
        called: What to call them.
        today: The day it is made.
        own: Who the panel says it is, and what it says happens next.
    """
    return Letter(
        imprint=Imprint(
            panel=panel,
            reference="",
            issued_on=today,
            handling=_("Private"),
        ),
        title=_("A letter for you"),
        text="\n".join((*_begin(called), *_news(facts, own.opening))),
        parts=(*_lead(facts), *_next(facts, own.points), *_rights(facts)),
        ending=tuple(filter(None, (facts.coordinator.name if facts.coordinator else "", panel))),
        is_own=True,
    )


def _begin(called: str) -> Iterator[str]:
    if called:
        yield _("Private: belongs to {name}.", name=called)
        yield _("Dear {name},", name=called)


def _news(facts: OwnFacts, opening: str) -> Iterator[str]:
    yield opening
    if facts.accepted_on is None:
        yield _("Somebody asked us to work with you. We said: not this group.")
        yield words.not_for_us_words(facts.because)
    elif facts.closed_on is not None:
        yield _("Since {day} we no longer meet about you.", day=long_day(facts.closed_on))
        yield words.ended_words(facts.ended)
    else:
        yield _("Since {day} we work with you, if you want that.", day=long_day(facts.accepted_on))


def _lead(facts: OwnFacts) -> Iterator[LetterPart]:
    if facts.accepted_on is None or facts.closed_on is not None:
        return
    if facts.lead is None:
        said = _("We still have to agree who will work with you most. We will tell you.")
        yield LetterPart(_("Your lead professional"), said)
        return
    yield LetterPart(
        _("Your lead professional"),
        "\n".join(
            (
                _("{name} will work with you most.", name=facts.lead.name),
                _("They work for {agency}.", agency=facts.lead.agency),
                _call(facts.lead),
            )
        ),
    )


def _next(facts: OwnFacts, own: tuple[str, ...]) -> Iterator[LetterPart]:
    if facts.accepted_on is None or facts.closed_on is not None:
        yield LetterPart(_("If you want help"), "\n".join(_help(facts)))
        return
    points = [*own]
    if facts.next_review_on is not None:
        points.append(_("We talk about it again on {day}.", day=long_day(facts.next_review_on)))
    if points:
        yield LetterPart(_("What happens next"), points=tuple(points))


def _help(facts: OwnFacts) -> Iterator[str]:
    yield _("You can ask any service you know. They can ask us again for you.")
    yield _call(facts.coordinator)


def _rights(facts: OwnFacts) -> Iterator[LetterPart]:
    points = [
        _("You can ask what we have written about you, and get a copy."),
        _("You can tell us what is wrong, or that you do not want us to share something."),
        _("You can complain. That never makes your help worse."),
        _("Somebody you trust can do this with you."),
    ]
    who = facts.coordinator
    yield LetterPart(_("Your rights"), _call(who) if who else "", tuple(points))
    urgent = (
        _("In danger, or somebody is hurt: 999."),
        _("Ill, and it cannot wait: 111."),
        _("To talk to somebody, day or night: Samaritans, 116 123."),
    )
    yield LetterPart(_("If you need help now"), points=urgent)


def _call(who: Reach | None) -> str:
    if who is None:
        return ""
    if who.phone:
        return _("You can ring {name}: {phone}.", name=who.name, phone=who.phone)
    return _("You can ask for {name}.", name=who.name)
