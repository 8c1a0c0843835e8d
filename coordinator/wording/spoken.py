"""Sentences under a spoken line: what was understood, what is asked, what cannot be.

One sentence or two, said while the meeting goes on: never a reproach, always the way out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from coordinator.domain.spoken.values import (
    Closing,
    DayState,
    NoteState,
    OwnerState,
    Part,
    PossibleOwner,
    SpokenDay,
    SpokenOwner,
    Understood,
    UnderstoodNote,
)
from coordinator.domain.states import Sensitivity
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.names import isolated
from coordinator.wording.translation import _, ngettext

_O, _D, _N = OwnerState, DayState, NoteState
_NAMED = 5
"""Choices named in a sentence; the others are counted."""
_PAIR = 2


@dataclass(frozen=True, slots=True)
class LineShown:
    """What was understood, part by part; a part that is not settled is empty.

    Attributes:
        owner: *Sam Orr (Police)*.
        day: *by Fri 27 Nov*.
    """

    owner: str
    text: str
    day: str


def line_shown(understood: Understood, today: date) -> LineShown:
    """Say what was understood of a line."""
    owner, on = understood.owner.owner, understood.day.on
    return LineShown(
        owner=owner_choice(owner) if owner is not None else "",
        text=understood.text,
        day=_("by {day}", day=dates.day(on, today)) if on is not None else "",
    )


def owner_choice(owner: PossibleOwner) -> str:
    """Name somebody to choose: *Sam Orr (Police)*."""
    agency = owner.short_name or owner.agency
    return _("{name} ({agency})", name=isolated(owner.name), agency=isolated(agency))


def day_choice(on: date, today: date) -> str:
    """Name a day to choose: *Fri 27 Nov*."""
    return dates.day(on, today)


def owner_sentence(owner: SpokenOwner, today: date) -> str:
    """Ask or tell about the owner; empty when there is nothing to say."""
    return _OWNERS[owner.state](owner, today)


def day_sentence(day: SpokenDay, today: date) -> str:
    """Ask or tell about the day; empty when there is nothing to say."""
    return _DAYS[day.state](day, today)


def note_sentence(note: UnderstoodNote) -> str:
    """Ask or tell about the agency of a note; empty when there is nothing to say."""
    match note.state:
        case _N.UNDERSTOOD:
            return ""
        case _N.WHICH_AGENCY:
            agencies = _either([isolated(one.name) for one in note.choices])
            return _("Which agency: {agencies}?", agencies=agencies)
        case _N.NOT_SAID:
            return _("Who says it? Start with the agency and a colon.")
        case _N.NOT_FOUND:
            return _("No agency here is called {words}.", words=_quoted(note.words))


def few_sentence(sensitivity: Sensitivity) -> str:
    """Say who may see a line that says so itself; empty for what everybody may."""
    if sensitivity is Sensitivity.STANDARD:
        return ""
    return _("{kind}: not on the display, nor while names are hidden.", kind=label(sensitivity))


def _nothing(_part: object, _today: date) -> str:
    return ""


def _which_person(owner: SpokenOwner, _today: date) -> str:
    count = len(owner.choices)
    if count == 1:
        return _("Is it {names}?", names=_people(owner))
    names = ", ".join(_shortened(list(map(owner_choice, owner.choices))))
    words = isolated(owner.words)
    if count == _PAIR:
        return _("Two people are called {words}: {names}.", words=words, names=names)
    return _("{count} people are called {words}: {names}.", count=count, words=words, names=names)


def _which_of_agency(owner: SpokenOwner, _today: date) -> str:
    names = _either([isolated(one.name) for one in owner.choices])
    return _("Who at {agency}: {names}?", agency=isolated(owner.agency), names=names)


def _which_agency(owner: SpokenOwner, _today: date) -> str:
    return _("Which agency: {names}?", names=_people(owner))


def _several(owner: SpokenOwner, _today: date) -> str:
    return _("An action has one owner: {names}?", names=_people(owner))


def _meant_owner(owner: SpokenOwner, _today: date) -> str:
    if len(owner.choices) == 1:
        return _("Does {name} do it?", name=_people(owner))
    return _("Who does it: {names}?", names=_people(owner))


def _alike(owner: SpokenOwner, _today: date) -> str:
    words = _quoted(owner.words)
    return _("Nobody is called {words}. Is it {names}?", words=words, names=_people(owner))


def _no_owner(_owner: SpokenOwner, _today: date) -> str:
    return _("Who does it? Start with a name or an agency.")


def _not_found(owner: SpokenOwner, _today: date) -> str:
    words = _quoted(owner.words)
    return _("Nobody on file is called {words}. Start with a name or an agency.", words=words)


def _not_held(owner: SpokenOwner, _today: date) -> str:
    match owner.part:
        case Part.CHAIR:
            return _("This meeting has no chair on file. Who does it?")
        case Part.LEAD:
            return _("Nobody leads here as lead professional. Who does it?")
        case _:
            return _("You are not in the directory as a professional. Who does it?")


def _has_left(owner: SpokenOwner, today: date) -> str:
    who = owner.about
    told = _(
        "{name} left {agency} on {day}.",
        name=isolated(who.name) if who else "",
        agency=isolated(owner.agency),
        day=dates.day(who.left_on if who else None, today),
    )
    return _with(told, _people(owner))


def _must_not_hear(owner: SpokenOwner, _today: date) -> str:
    agency, who = isolated(owner.agency), owner.about
    if who is not None and who.alone_not_told:
        return _("{name} must not be told about this person.", name=isolated(who.name))
    return _("{agency} must not be told about this person.", agency=agency)


def not_discussed_sentence(owner: PossibleOwner) -> str:
    """Say that the person's page speaks against giving somebody a part in it; it is no refusal."""
    name = isolated(owner.name)
    return _(
        "It is noted not to discuss them with {name}. Enter agrees it all the same.", name=name
    )


def _nobody_there(owner: SpokenOwner, _today: date) -> str:
    name = isolated(owner.agency) if owner.agency else _quoted(owner.words)
    if not owner.choices:
        return _("{agency} has nobody in post.", agency=name)
    return _("Nobody here answers for {agency}: {names}?", agency=name, names=_people(owner))


_OWNERS: Mapping[OwnerState, Callable[[SpokenOwner, date], str]] = MappingProxyType(
    {
        _O.UNDERSTOOD: _nothing,
        _O.WHICH_PERSON: _which_person,
        _O.WHICH_OF_AGENCY: _which_of_agency,
        _O.WHICH_AGENCY: _which_agency,
        _O.SEVERAL: _several,
        _O.MEANT: _meant_owner,
        _O.ALIKE: _alike,
        _O.NOT_SAID: _no_owner,
        _O.NOT_FOUND: _not_found,
        _O.NOT_HELD: _not_held,
        _O.HAS_LEFT: _has_left,
        _O.MUST_NOT_HEAR: _must_not_hear,
        _O.NOBODY_THERE: _nobody_there,
    }
)


def _closed(day: SpokenDay, today: date) -> str:
    on = dates.day(day.on, today)
    if day.closing is Closing.HOLIDAY:
        told = _("{day} is a bank holiday.", day=on)
    else:
        told = _("{day} is at a weekend.", day=on)
    return _with(told, _days(day, today))


def _which_weekday(day: SpokenDay, _today: date) -> str:
    days = _either(list(map(dates.short_day, day.choices)))
    return _("Which {weekday}: {days}?", weekday=dates.weekday(day.choices[0]), days=days)


def _which_day(day: SpokenDay, today: date) -> str:
    if not day.choices:
        return _("Which day?")
    return _("Which day: {days}?", days=_days(day, today))


def _wrong_weekday(day: SpokenDay, today: date) -> str:
    said = day.said or today
    told = _("{day} is a {weekday}.", day=dates.short_day(said), weekday=dates.weekday(said))
    return _with(told, _days(day, today))


def _far_away(day: SpokenDay, today: date) -> str:
    return _("{day} is more than a year away. Is it meant?", day=dates.day(day.said, today))


def _not_a_day(day: SpokenDay, today: date) -> str:
    words = _quoted(day.words)
    return _("{words} is not a day. By when: {days}?", words=words, days=_days(day, today))


def _meant_day(day: SpokenDay, today: date) -> str:
    words = _quoted(day.words)
    return _("Is {words} the day: {days}?", words=words, days=_days(day, today))


def _no_day(day: SpokenDay, today: date) -> str:
    if not day.choices:
        return _("By when?")
    return _("By when? The next meeting is {day}.", day=_days(day, today))


def _past(day: SpokenDay, today: date) -> str:
    return _with(_("{day} is over.", day=dates.day(day.said, today)), _days(day, today))


def _no_such_day(day: SpokenDay, _today: date) -> str:
    return _("There is no such day: {words}.", words=_quoted(day.words))


def _no_next_meeting(_day: SpokenDay, _today: date) -> str:
    return _("No next meeting is fixed. By which day?")


_DAYS: Mapping[DayState, Callable[[SpokenDay, date], str]] = MappingProxyType(
    {
        _D.UNDERSTOOD: _nothing,
        _D.CLOSED: _closed,
        _D.WHICH_WEEKDAY: _which_weekday,
        _D.WHICH_DAY: _which_day,
        _D.WHICH_MONTH: _which_day,
        _D.WRONG_WEEKDAY: _wrong_weekday,
        _D.FAR_AWAY: _far_away,
        _D.NOT_A_DAY: _not_a_day,
        _D.MEANT: _meant_day,
        _D.NOT_SAID: _no_day,
        _D.PAST: _past,
        _D.NO_SUCH_DAY: _no_such_day,
        _D.NO_NEXT_MEETING: _no_next_meeting,
    }
)


def _with(told: str, offered: str) -> str:
    """Add what can be chosen instead: *Fri 25 Dec is a bank holiday. Thu 24 Dec?*."""
    return _("{told} {offered}?", told=told, offered=offered) if offered else told


def _people(owner: SpokenOwner) -> str:
    return _either(list(map(owner_choice, owner.choices)))


def _days(day: SpokenDay, today: date) -> str:
    return _either([day_choice(on, today) for on in day.choices])


def _shortened(names: Sequence[str]) -> list[str]:
    if (rest := len(names) - _NAMED) <= 0:
        return list(names)
    return [*names[:_NAMED], ngettext("{count} more", "{count} more", rest)]


def _either(names: Sequence[str]) -> str:
    """Join what can be chosen: *Thu 24 Dec or Tue 29 Dec*."""
    *others, last = _shortened(names) or [""]
    return _("{names} or {last}", names=", ".join(others), last=last) if others else last


def _quoted(words: str) -> str:
    return _("“{words}”", words=isolated(words))
