"""What the list of entries that say two things does. No Qt."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.records.disagreements import read_disagreements, settle_disagreement
from coordinator.domain.errors import MissingRecordError, RuleError
from coordinator.domain.merging.changes import Value
from coordinator.domain.outcomes import Changes, Done
from coordinator.domain.records.settling import DisagreementRow, DisagreementsView
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.every import PersonPlace, Place
from coordinator.ui.shared.asking import Asking
from coordinator.wording.moves import column_words, value_words
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.translation import _


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_disagreements(self, found: DisagreementsView) -> None:
        """Show what waits to be settled."""


class DisagreementsPresenter:
    """Fields with several values, of one person or everywhere; nothing is chosen by itself."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        notify: Notify,
        go: Callable[[Place], None],
        person: UUID | None,
    ) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._notify, self._go, self._person = notify, go, person

    def load(self) -> None:
        """Read what waits to be settled."""
        read = partial(read_disagreements, person_id=self._person)
        self._jobs.query(
            read, self._view.show_disagreements, replaces="disagreements", refused=self._refused
        )

    def look_again(self, changes: Changes) -> None:
        """Read again: any field of any record may be among them."""
        if changes.kinds:
            self.load()

    def choose(self, row: DisagreementRow, value: Value) -> None:
        """Let one of the values hold; the others stay in the history."""
        act = partial(
            settle_disagreement,
            record_id=row.record,
            name=row.field,
            value=value,
            seen=row.revision,
        )
        self._jobs.command(act, refused=self._refused_choice)

    def write(self, row: DisagreementRow) -> None:
        """Ask what the entry should have said instead of any of them."""
        if row.is_text:
            self._asking.put(_question(row), partial(_writing, row), about=row.record)

    def open_person(self, person: UUID) -> None:
        """Open somebody."""
        self._go(PersonPlace(person))

    def _refused_choice(self, error: Exception) -> bool:
        if self._refused(error):
            self.load()
            return True
        return False

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError | MissingRecordError):
            return False
        self._notify(notice_for(error))
        return True


def _question(row: DisagreementRow) -> Question:
    standing = [value_words(row.kind, row.field, one.value, {}) for one in row.values]
    return Question(
        column_words(row.kind, row.field),
        (
            Ask(row.field, _("What it should say"), Kind.TEXT, standing[-1]),
            Ask("reason", _("How you know"), Kind.LINE, "", hint=_("May stay empty.")),
        ),
        _("Let this hold"),
        about=_("It says: {values}", values=" / ".join(standing)),
    )


def _writing(
    row: DisagreementRow, values: Mapping[str, Any], _seen: int
) -> Callable[[Desk], Done[Any]]:
    return partial(
        settle_disagreement,
        record_id=row.record,
        name=row.field,
        value=values[row.field],
        seen=row.revision,
        reason=values["reason"],
        anew=True,
    )
