"""Risks in words: what belongs to one, and whether the person knows of it."""

from collections.abc import Iterable, Iterator

from coordinator.domain.lists.people import NeedDomain, NeedSeverity
from coordinator.domain.states import Answer
from coordinator.wording.labels import inline, label
from coordinator.wording.translation import N_, _

_PARTS = (
    N_("To whom: {words}"),
    N_("What brings it on: {words}"),
    N_("What keeps it from happening: {words}"),
    N_("What we do: {words}"),
)


def area_words(area: NeedDomain | None, severity: NeedSeverity | None) -> str:
    """Say the area and how much: *Alcohol: high*."""
    return ": ".join(
        filter(None, (label(area) if area else "", inline(severity) if severity else ""))
    )


def risk_parts(to_whom: str, triggers: str, controls: str, what_we_do: str) -> Iterator[str]:
    """Say whatever is known of a risk beside what could happen, one after the other."""
    for words, said in zip(_PARTS, (to_whom, triggers, controls, what_we_do), strict=True):
        if said.strip():
            yield _(words, words=said.strip())


def told_words(told: Answer | None, why_not: str, agreed_by: str = "") -> str:
    """Say whether the person knows of it; if not why, and who agreed to that."""
    if told is Answer.YES:
        return _("The person knows of it")
    lead = (
        _("The person was not told") if told is Answer.NO else _("Nobody has told the person yet")
    )
    agreed = _("agreed by {who}", who=agreed_by.strip()) if agreed_by.strip() else ""
    return "; ".join(filter(None, (": ".join(filter(None, (lead, why_not.strip()))), agreed)))


def strengths_beside(words: Iterable[str]) -> str:
    """Say beside a risk what keeps the person safer, or that nobody has asked."""
    noted = "; ".join(words)
    if noted:
        return _("Strengths noted: {words}.", words=noted)
    return _("Strengths: not yet asked. Ask what keeps them safer, too, and note it.")
