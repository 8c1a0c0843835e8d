"""A made-up panel for the windows' tests and pictures: small, and on the lanes the windows use."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from coordinator.app import _seat
from coordinator.casework.caseload import read_caseload
from coordinator.casework.opening import Office
from coordinator.casework.plan_reads import find_people_with_plan
from coordinator.demo.making import make_filled
from coordinator.demo.volume import Volume
from coordinator.ui.sitting import Sitting
from coordinator.vault.costs import TEST_COST

SMALL = Volume(people=40, actions=260, contacts=500, years=2)


@dataclass
class MadeUp:
    """An open office, a sitting in it, and somebody with a plan."""

    office: Office
    sitting: Sitting
    person: UUID

    def close(self) -> None:
        """Close both desks."""
        self.sitting.reading.store.close()
        self.office.close(back_up=False)


def demo_panel(folder: Path, today: date, volume: Volume = SMALL) -> MadeUp:
    """Make a panel of made-up people and sit down as its coordinator."""
    office = make_filled(folder, volume, seed=3, today=today, cost=TEST_COST)
    return MadeUp(office, _seat(office), _somebody(office))


def _somebody(office: Office) -> UUID:
    with_plan = set(find_people_with_plan(office.desk))
    rows = read_caseload(office.desk).rows
    known = [row for row in rows if row.person in with_plan and not row.initials_only]
    return max(known or rows, key=lambda row: (row.warnings, row.open_actions)).person
