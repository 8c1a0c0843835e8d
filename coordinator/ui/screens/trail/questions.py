"""What the audit log asks: which part is looked at, as what an extract is taken. No Qt."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from coordinator.domain.records.trail import TrailFilter
from coordinator.papers.trail import Form
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.wording.trail import KINDS
from coordinator.wording.translation import N_, _

_FORMS: Mapping[Form, str] = {
    Form.PDF: N_("As a paper (PDF)"),
    Form.SHEET: N_("As a spreadsheet (.xlsx)"),
    Form.VALUES: N_("As separated values (.csv)"),
}


def narrowing(
    wanted: TrailFilter, actors: Sequence[tuple[UUID, str]], *, own_only: bool
) -> Question:
    """Ask which part of the log is looked at."""
    kinds = tuple((kind, _(words)) for kind, words in KINDS.items())
    whose = Ask(
        "professional",
        _("By whom"),
        Kind.FIND,
        wanted.professional,
        ((None, _("Anybody")), *actors),
        hint=_("Type any part of the name."),
    )
    return Question(
        _("Which entries"),
        (
            Ask("kind", _("What"), Kind.CHOICE, wanted.kind, ((None, _("Everything")), *kinds)),
            Ask("reference", _("About whom"), Kind.LINE, wanted.reference, hint=_("A reference.")),
            *(() if own_only else (whose,)),
            Ask("first", _("From"), Kind.DAY, wanted.first),
            Ask("last", _("To"), Kind.DAY, wanted.last),
        ),
        _("Show them"),
    )


def wanted_of(values: Mapping[str, Any]) -> TrailFilter:
    """Read the answers."""
    return TrailFilter(
        reference=values["reference"],
        professional=values.get("professional"),
        kind=values["kind"],
        first=values["first"],
        last=values["last"],
    )


def extract() -> Question:
    """Ask as what the extract is taken."""
    forms = tuple((form, _(words)) for form, words in _FORMS.items())
    return Question(
        _("Take an extract"),
        (Ask("form", _("As what"), Kind.CHOICE, Form.PDF, forms),),
        _("Save it"),
        about=_(
            "It holds what is shown, with every older entry of these days. People are in it by"
            " reference; reasons stay in the store. That it was taken stands in the log."
        ),
    )
