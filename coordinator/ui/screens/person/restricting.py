"""Changing later who may see an entry about somebody: which one, and why; no Qt."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.restrictions import set_sensitivity
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.outcomes import Done
from coordinator.domain.restrictions import Restrictable
from coordinator.domain.states import Sensitivity
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_MOST = 70


def which(entries: Sequence[Restrictable]) -> Question:
    """Ask which entry is meant, who may see it from now on, and why."""
    listed = tuple((one.id, _words(one)) for one in entries)
    return Question(
        _("Change who may see an entry"),
        (
            Ask(
                "entry",
                _("Which entry"),
                Kind.FIND,
                None,
                ((None, ""), *listed),
                hint=_("Type part of its words, its day or what it is."),
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
    known = {one.id: one for one in entries}
    return partial(_change, known=known, values=values)


def _change(
    desk: Desk, known: Mapping[UUID, Restrictable], values: Mapping[str, Any]
) -> Done[int]:
    entry, level = known.get(values["entry"]), values["sensitivity"]
    wrong = {
        name: "required" for name, said in (("entry", entry), ("sensitivity", level)) if not said
    }
    if entry is None or wrong:
        raise InvalidFieldsError(wrong)
    return set_sensitivity(
        desk, entry.kind, entry.id, level, seen=entry.revision, reason=values["reason"] or ""
    )


def _words(one: Restrictable) -> str:
    said = one.text or (label(one.chosen) if one.chosen is not None else "")
    short = said if len(said) <= _MOST else said[: _MOST - 1] + "…"
    kept = "" if one.sensitivity is Sensitivity.STANDARD else label(one.sensitivity)
    told = (label(one.kind), dates.plain_day(one.on), short, kept)
    return ", ".join(" ".join(part.split()) for part in told if part)
