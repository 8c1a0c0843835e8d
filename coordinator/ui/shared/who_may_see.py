"""Who may see an entry: asked the same way wherever one is made; no Qt."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from coordinator.domain.states import Sensitivity
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.wording.translation import _

NAME = "sensitivity"


def ask_who_may_see(value: Sensitivity = Sensitivity.STANDARD) -> Ask:
    """Ask who may see an entry; as usual unless somebody says so."""
    return Ask(
        NAME,
        _("Who may see it"),
        Kind.CHOICE,
        value,
        choices_of(Sensitivity),
        hint=_("All but Standard stays with the coordinator and the chair, on paper too."),
    )


def with_who_may_see(
    question: Question, *, may_restrict: bool, usual: Sensitivity = Sensitivity.STANDARD
) -> Question:
    """Ask that at the end of a form, where whoever fills it in may choose."""
    if not may_restrict:
        return question
    return replace(question, asks=(*question.asks, ask_who_may_see(usual)))


def chosen(values: Mapping[str, Any]) -> Sensitivity:
    """Give what was chosen; standard where nobody was asked."""
    found: Sensitivity | None = values.get(NAME)
    return found or Sensitivity.STANDARD
