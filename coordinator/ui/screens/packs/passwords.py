"""What is done with the passwords of agencies: shown, noted as told, replaced. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from coordinator.casework.directory.agency_passwords import (
    note_password_told,
    read_agency_passwords,
    replace_agency_password,
)
from coordinator.domain.disclosing.packs import PackRow
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.shared.asking import Asking
from coordinator.wording.translation import _

Show = Callable[[Sequence[tuple[str, str]]], None]


def locked(rows: Sequence[PackRow]) -> dict[UUID, str]:
    """Name the agencies whose copies are locked."""
    return {
        row.to.agency: row.to.agency_name
        for row in rows
        if row.needs_password and row.to.agency is not None
    }


class Passwords:
    """The passwords of the agencies on one page.

    Args:
        show: Shows agencies and their passwords; is told nothing when there are none yet.
        none: Says that there are none yet.
        again: Reads the page again: passwords are no record whose change is told.
    """

    def __init__(
        self,
        jobs: Jobs,
        asking: Asking,
        show: Show,
        none: Callable[[], None],
        again: Callable[[], None],
    ) -> None:
        self._jobs, self._asking = jobs, asking
        self._show, self._none, self._again = show, none, again

    def tell(self, names: Mapping[UUID, str]) -> None:
        """Show the passwords of some agencies."""
        read = partial(read_agency_passwords, agencies=list(names))
        self._jobs.query(read, partial(self._tell, names))

    def note_told(self, row: PackRow) -> None:
        """Ask how the agency was told, and note it."""
        if (agency := row.to.agency) is not None:
            self._asking.put(
                _told(row.to.agency_name),
                lambda values, _seen: partial(note_password_told, agency_id=agency, **values),
                then=lambda _done: self._again(),
            )

    def replace(self, row: PackRow) -> None:
        """Ask why, make another, and show it."""
        if (agency := row.to.agency) is not None:
            name = row.to.agency_name
            self._asking.put(
                _replaced(name),
                lambda values, _seen: partial(replace_agency_password, agency_id=agency, **values),
                then=lambda made: self._replaced(name, made),
            )

    def _replaced(self, name: str, made: str) -> None:
        self._again()
        self._show([(name, made)])

    def _tell(self, names: Mapping[UUID, str], found: Mapping[UUID, str]) -> None:
        told = sorted((names[agency], password) for agency, password in found.items())
        if told:
            self._show(told)
        else:
            self._none()


def _told(agency: str) -> Question:
    ways = tuple((one, one) for one in (_("By telephone"), _("In person"), _("By letter")))
    return Question(
        _("{agency} was told its password", agency=agency),
        (
            Ask(
                "how",
                _("How"),
                Kind.LINE,
                "",
                ways,
                hint=_("Never in the e-mail the papers go with."),
            ),
            Ask("told_on", _("Told on"), Kind.DAY, hint=_("Empty for today. Day/month/year.")),
        ),
        _("Note it"),
    )


def _replaced(agency: str) -> Question:
    return Question(
        _("Another password for {agency}", agency=agency),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("Replace it"),
        about=_(
            "Papers made from now on are locked with the new one. Those they have stay locked with"
            " the old one, which is kept nowhere."
        ),
    )
