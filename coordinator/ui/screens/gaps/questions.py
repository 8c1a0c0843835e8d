"""The forms of the register of gaps; no Qt."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.stuck.gaps import GapRow
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.shared.names_meant import nobody_meant
from coordinator.wording.translation import _

Choices = Sequence[tuple[UUID, str]]


def new_gap() -> Question:
    """Ask for a gap that no barrier on file shows yet."""
    return Question(
        _("Raise a gap"), (*_facts(None), nobody_meant()), _("Raise it"), about=_about()
    )


def change_gap(row: GapRow) -> Question:
    """Ask what a gap is, since when, and what helps meanwhile."""
    return Question(
        _("{number}: change", number=row.number),
        (*_facts(row), nobody_meant()),
        _("Save"),
        about=_about(),
    )


def put_to(row: GapRow, people: Choices) -> Question:
    """Ask who could close a gap."""
    title = _("{number}: who is asked?", number=row.number)
    choices = ((None, _("Somebody who is not in the directory")), *people)
    nobody = frozenset({None})
    return Question(
        title,
        (
            Ask("professional_id", _("Who"), Kind.FIND, row.commissioner_id, choices),
            Ask(
                "commissioner",
                _("Name"),
                Kind.LINE,
                "" if row.commissioner_id else row.commissioner,
                only_for=("professional_id", nobody),
            ),
            Ask(
                "role",
                _("What they are"),
                Kind.LINE,
                row.commissioner_role,
                hint=_("Such as: commissioner for mental health, ICB."),
            ),
        ),
        _("It is with them"),
        about=row.title,
    )


def link(row: GapRow, barriers: Choices) -> Question:
    """Ask which barrier is counted to a gap."""
    return Question(
        _("{number}: which barrier shows it?", number=row.number),
        (
            Ask(
                "barrier_id",
                _("Barrier"),
                Kind.FIND,
                None,
                ((None, ""), *barriers),
                hint=_("Type part of a reference or of the words. It stays open as it is."),
            ),
        ),
        _("Count it"),
        about=row.title,
    )


def decide(row: GapRow, today: date) -> Question:
    """Ask what was decided."""
    return Question(
        _("{number}: what was decided?", number=row.number),
        (
            Ask("decision", _("Decision"), Kind.TEXT, "", hint=_("In their words. No names.")),
            Ask("decided_by", _("Who decided"), Kind.LINE, row.commissioner),
            Ask("decided_on", _("When"), Kind.DAY, today),
            nobody_meant(),
        ),
        _("Record it"),
        about=row.title,
    )


def reopen(row: GapRow) -> Question:
    """Ask why something is missing still."""
    return Question(
        _("{number}: open again", number=row.number),
        (Ask("reason", _("What is still missing?"), Kind.TEXT, "", hint=_("No names.")),),
        _("Open it again"),
        about=row.title,
    )


def _facts(row: GapRow | None) -> Iterable[Ask]:
    yield Ask(
        "title",
        _("What is missing?"),
        Kind.LINE,
        row.title if row else "",
        hint=_("In one line, as a commissioner would read it."),
    )
    theme = row.theme if row else GapTheme.OTHER
    yield Ask("theme", _("Theme"), Kind.CHOICE, theme, choices_of(GapTheme))
    yield Ask("evidence", _("What shows it?"), Kind.TEXT, row.evidence if row else "")
    besides = row.affected_besides if row else 0
    yield Ask(
        "affected_besides",
        _("People affected besides those whose barriers are counted here"),
        Kind.AMOUNT,
        besides if isinstance(besides, int) else 0,
        within=(0, 9_999),
    )
    yield Ask(
        "first_raised_on",
        _("First raised"),
        Kind.DAY,
        row.first_raised_on if row else None,
        hint=_("Day/month/year; empty for today. A gap may be older than this register."),
    )
    yield Ask("cost", _("What it costs, or would cost"), Kind.LINE, row.cost if row else "")
    yield Ask("workaround", _("What helps meanwhile?"), Kind.TEXT, row.workaround if row else "")
    others = ((True, _("Others could use it too")),)
    yield Ask("reusable", _("The workaround"), Kind.TICK, row.reusable if row else False, others)


def _about() -> str:
    return _("People affected are counted and never named.")
