"""What is held about somebody, entry by entry, in words; and how long there is to answer."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from coordinator.domain.access.entries import HeldEntry, JudgedEntry, Section, Why
from coordinator.domain.access.rules import AccessRow
from coordinator.domain.access.versions import PARTS
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import AccessStatus
from coordinator.domain.voice.own_plan_words import from_columns
from coordinator.wording.dates import days, plain_day
from coordinator.wording.disclosures import paper_words
from coordinator.wording.holding import weekday_words
from coordinator.wording.labels import label
from coordinator.wording.moves import column_words, kind_words, value_words
from coordinator.wording.moving import UNTOLD
from coordinator.wording.refusals.rules import prompt_words
from coordinator.wording.translation import N_, _, ngettext

_TOLD_HERE = frozenset({"number", "original_due_on", "closing_prompts"})
_LEFT_OUT = (UNTOLD - _TOLD_HERE) | {"goal_id", "superseded_by_id", "subject"}
"""What ties entries together: a goal that is withheld does not stand in the action for it."""

_SECTIONS: Mapping[Section, str] = {
    Section.DETAILS: N_("Your details"),
    Section.AROUND: N_("Other forums, and people around you"),
    Section.SHARING: N_("What may be shared, and with whom not"),
    Section.CASES: N_("How you came to the panel, and who leads"),
    Section.PLAN: N_("Your plan"),
    Section.VOICE: N_("What you asked for"),
    Section.SAFETY: N_("Safety"),
    Section.ACTIONS: N_("What agencies agreed to do"),
    Section.STUCK: N_("What was in the way"),
    Section.MEETINGS: N_("What was said and decided in meetings"),
    Section.CONTACTS: N_("Contacts and who looks out for you"),
    Section.HOUSING: N_("Housing"),
    Section.DEMAND: N_("How often services were needed"),
    Section.MONEY: N_("Money"),
    Section.LEARNING: N_("What was learnt, and programmes"),
    Section.WHO_WAS_TOLD: N_("Who was told what"),
    Section.KEEPING: N_("Requests, and what keeps the record"),
}

_WHYS: Mapping[Why, str] = {
    Why.RESTRICTED: N_("Restricted"),
    Why.THIRD_PARTY: N_("About or from somebody else"),
    Why.SERIOUS_HARM: N_("Could cause serious harm"),
    Why.PRIVILEGED: N_("Legal advice"),
    Why.RESTRICTED_PART: N_("A part of it is restricted"),
    Why.ABOUT_ANOTHER: N_("About somebody around them"),
    Why.FROM_ANOTHER: N_("May be from or about somebody else"),
    Why.OTHERS_RECORD: N_("Stands in somebody else's record"),
    Why.NAMES_ANOTHER: N_("May name somebody else"),
    Why.ECHOES: N_("Repeats what is kept back elsewhere"),
    Why.NAMED_ERASED: N_("May be about somebody else whose record is gone"),
    Why.TAKEN_OFF: N_("Taken off, but still kept"),
    Why.CHANGED: N_("Changed since it was decided"),
}

_VERSION_PARTS: Mapping[str, str] = {
    "goals": N_("Goal"),
    "offers": N_("Offer"),
    "actions": N_("Action"),
    "risks": N_("Risk"),
    "strengths": N_("Strength"),
    "lead": N_("Lead professional"),
}

_NAMES: Mapping[tuple[RecordKind, str], str] = {
    (RecordKind.ACTION_NOTE, "text"): N_("What was reported"),
    (RecordKind.AGENCY_NOTE, "text"): N_("What was said"),
    (RecordKind.CONTACT, "note"): N_("Note"),
    (RecordKind.CORRECTION, "text"): N_("Correction"),
    (RecordKind.DECISION, "dissent_agencies"): N_("Which agencies disagreed"),
    (RecordKind.DECISION, "dissent_asked"): N_("It was asked who disagrees"),
    (RecordKind.DECISION, "text"): N_("Decision"),
    (RecordKind.ESCALATION_ENTRY, "text"): N_("What was said"),
    (RecordKind.RELATIONSHIP, "effect"): N_("What the tie does"),
    (RecordKind.RELATIONSHIP, "note"): N_("Note"),
    (RecordKind.STRENGTH, "text"): N_("Strength"),
}
"""Where a column is called otherwise in a list of everything than in a line of history."""


def section_words(section: Section) -> str:
    """Head a part of what is held, to the person it is about."""
    return _(_SECTIONS[section])


def why_words(why: Why) -> str:
    """Say why an entry cannot simply be given."""
    return _(_WHYS[why])


def whys(entry: JudgedEntry) -> str:
    """Say everything that speaks against giving an entry."""
    is_part = entry.part and not entry.decided_about_all
    only = (_("only this part waits, the rest is given"),) if is_part else ()
    return "; ".join((*map(why_words, entry.why), *only))


def entry_title(entry: HeldEntry) -> str:
    """Name an entry: *Contact, 19 November 2026*."""
    named = kind_words(entry.kind.value)
    return _("{kind}, {day}", kind=named, day=plain_day(entry.on)) if entry.on else named


def entry_lines(entry: HeldEntry, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Tell an entry, a name and a text for each thing that it says.

    Args:
        entry: What is told.
        names: What ids in it stand for, by their 32 hexadecimal digits.
    """
    for name, value in entry.values:
        if name in _LEFT_OUT:
            continue
        if words := _value(entry.kind, name, value, names):
            yield _column(entry.kind, name), words


def entry_text(entry: HeldEntry, names: Mapping[str, str]) -> str:
    """Tell an entry as one text, a line for each thing that it says."""
    return "\n".join(f"{name}: {words}" for name, words in entry_lines(entry, names))


def rest_words() -> str:
    """Head what stands beside the one part of an entry that an officer decides about."""
    return _("The rest of it, given unless all of it is withheld:")


def left_words(row: AccessRow) -> str:
    """Say how long there is to answer, or what became of the request."""
    if row.left is None:
        if row.status is AccessStatus.SENT and row.sent_on is not None:
            return _("Sent {day}", day=plain_day(row.sent_on))
        return label(row.status)
    if row.still_since is not None:
        return _("Stands still since {day}", day=plain_day(row.still_since))
    if row.left < 0:
        return _("{time} late", time=days(-row.left))
    return ngettext("{count} day left", "{count} days left", row.left) if row.left else _("Today")


def _column(kind: RecordKind, name: str) -> str:
    if kind is RecordKind.PLAN_VERSION and name in _VERSION_PARTS:
        return _(_VERSION_PARTS[name])
    if (kind, name) in _NAMES:
        return _(_NAMES[kind, name])
    return column_words(kind.value, name)


def _value(kind: RecordKind, name: str, value: Any, names: Mapping[str, str]) -> str:
    special = _SPECIAL.get((kind, name))
    if special is not None:
        return special(value)
    if kind is RecordKind.PLAN_VERSION and name in PARTS:
        return str(value)
    return value_words(kind.value, name, value, names)


def _weekdays(value: Any) -> str:
    return ", ".join(map(weekday_words, value))


def _own_plan(value: Any) -> str:
    """Give the sentences of My plan, without what the text keeps for itself."""
    words = from_columns(str(value), "").words
    return "\n".join(line for part in words for line in words[part])


def _own_view(value: Any) -> str:
    """Give what the person said; older records hold the sentences of the plan with it."""
    older = from_columns("", str(value))
    if not older.words:
        return older.said or str(value)
    return "\n".join(filter(None, (_own_plan(value), older.said)))


def _prompts(value: Any) -> str:
    told = json.loads(value)
    return "; ".join(f"{prompt_words(key)} {reason}" for key, reason in told.items())


_SPECIAL: Mapping[tuple[RecordKind, str], Callable[[Any], str]] = {
    (RecordKind.DISCLOSURE, "paper"): paper_words,
    (RecordKind.CASE, "closing_prompts"): _prompts,
    (RecordKind.HOLDING, "weekdays"): _weekdays,
    (RecordKind.OWN_PLAN, "words"): _own_plan,
    (RecordKind.OWN_PLAN, "view_words"): _own_view,
}
