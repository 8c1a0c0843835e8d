"""Changing later who may see an entry: which one, and why; no Qt."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.field_guards import (
    find_restrictable_parts,
    set_part_sensitivity,
)
from coordinator.casework.need_to_know.restrictions import find_restrictable, set_sensitivity
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.need_to_know.restrictions import Part, Restrictable
from coordinator.domain.outcomes import Done
from coordinator.domain.states import Sensitivity
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.moves import column_words
from coordinator.wording.translation import _

_MOST = 70
Chosen = UUID | str
"""An entry by its id; a part of one by that and its name."""


def read_entries(desk: Desk, person: UUID) -> tuple[Restrictable, ...]:
    """Give what can be held back about somebody: whole entries, then parts of the others."""
    return (*find_restrictable(desk, person), *find_restrictable_parts(desk, person))


def which(entries: Sequence[Restrictable], *, hint: str = "") -> Question:
    """Ask which entry is meant, who may see it from now on, and why; `hint` is how it is found."""
    listed = tuple((_key(one), _words(one)) for one in entries)
    return Question(
        _("Change who may see an entry"),
        (
            Ask(
                "entry",
                _("Which entry, or which part of one"),
                Kind.FIND,
                None,
                ((None, ""), *listed),
                hint=hint
                or _(
                    "Type part of its words, its day or what it is: an address, why now, a goal."
                ),
            ),
            Ask(
                "sensitivity",
                _("Who may see it from now on"),
                Kind.CHOICE,
                None,
                choices_of(Sensitivity, _("Choose")),
                hint=_("All but Standard stays with the coordinator and the chair, on paper too."),
            ),
            Ask("reason", _("Why"), Kind.LINE, "", hint=_("Needed where more people may see it.")),
        ),
        _("Change it"),
        about=_("It holds at once on every screen and in every paper made from now on."),
    )


def changing(entries: Sequence[Restrictable], values: Mapping[str, Any], _seen: int) -> Any:
    """Change it."""
    known = {_key(one): one for one in entries}
    return partial(_change, known=known, values=values)


def _change(
    desk: Desk, known: Mapping[Chosen, Restrictable], values: Mapping[str, Any]
) -> Done[int]:
    entry, level = known.get(values["entry"]), values["sensitivity"]
    wrong = {
        name: "required" for name, said in (("entry", entry), ("sensitivity", level)) if not said
    }
    if entry is None or wrong:
        raise InvalidFieldsError(wrong)
    why, seen = values["reason"] or "", entry.revision
    if entry.field:
        part = Part(entry.kind, entry.id, entry.field)
        return set_part_sensitivity(desk, part, level, seen=seen, reason=why)
    return set_sensitivity(desk, entry.kind, entry.id, level, seen=seen, reason=why)


def _key(one: Restrictable) -> Chosen:
    return f"{one.id.hex} {one.field}" if one.field else one.id


def _words(one: Restrictable) -> str:
    said = one.text or (label(one.chosen) if one.chosen is not None else "")
    short = said if len(said) <= _MOST else said[: _MOST - 1] + "…"
    kept = "" if one.sensitivity is Sensitivity.STANDARD else label(one.sensitivity)
    part = column_words(one.kind, one.field) if one.field else ""
    told = (label(one.kind), dates.plain_day(one.on), part, short, one.to, kept)
    return ", ".join(" ".join(part.split()) for part in told if part)
