"""The forms for scoring somebody: a number, then why, item by item; no Qt."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from coordinator.domain.assessments.rules import (
    NOT_THERE,
    THERE,
    Item,
    Score,
    Scoring,
    Tool,
    value_name,
    why_name,
)
from coordinator.domain.assessments.views import PersonAssessments, ToolRow
from coordinator.domain.lists.assessments import ToolKind
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.shared.who_may_see import chosen, with_who_may_see
from coordinator.wording.scores import range_words, score_title
from coordinator.wording.translation import _


def score(page: PersonAssessments, row: ToolRow, today: date) -> Question:
    """Ask for the score of each item and why; the keys alone are enough."""
    tool = row.tool
    question = Question(
        score_title(row),
        (
            Ask("done_on", _("On"), Kind.DAY, today),
            Ask("scorer_id", _("Scored by"), Kind.FIND, page.sitter, page.scorers),
            *(ask for item in tool.items for ask in _asks(item, tool.kind)),
            Ask("purpose", _("What it is for"), Kind.LINE, ""),
            Ask("note", _("What to know besides"), Kind.TEXT, ""),
        ),
        _("Keep it"),
        about=_about(tool),
    )
    return with_who_may_see(question, may_restrict=page.may_restrict)


def end() -> Question:
    """Ask why a score counts no more."""
    return Question(
        _("This score counts no more"),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("It counts no more"),
        about=_("It stays readable, and is drawn and added up no more."),
    )


def scoring_of(row: ToolRow, values: Mapping[str, Any]) -> Scoring:
    """Make of the answers what is kept."""
    scores = {
        item.key: Score(values[value_name(item.key)], values[why_name(item.key)] or "")
        for item in row.tool.items
    }
    return Scoring(
        row.id,
        values["done_on"],
        scores,
        values["scorer_id"],
        purpose=values["purpose"],
        note=values["note"],
        sensitivity=chosen(values),
    )


def _about(tool: Tool) -> str:
    looks = _("Looks at {period}.", period=tool.period) if tool.period else ""
    rule = (
        _("Say for each factor whether it is there. Leave it at Not known where nobody knows.")
        if tool.kind is ToolKind.CHECKLIST
        else _("A number, then why. Leave both empty where it is not known: it is no nought.")
    )
    return " ".join(filter(None, (looks, rule, tool.acknowledgement)))


def _asks(item: Item, kind: ToolKind) -> Iterator[Ask]:
    ranged = range_words(item, kind)
    hint = f"{ranged}. {item.guide}" if item.guide else ranged
    if kind is ToolKind.CHECKLIST:
        answers = ((None, _("Not known")), (THERE, _("There")), (NOT_THERE, _("Not there")))
        yield Ask(value_name(item.key), item.words, Kind.CHOICE, None, answers, hint=item.guide)
    else:
        yield Ask(value_name(item.key), item.words, Kind.NUMBER, None, hint=hint)
    yield Ask(why_name(item.key), _("Why: {item}", item=item.words), Kind.LINE, "")
