"""What an open office lends the windows, so that work goes away with somebody and comes back."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from coordinator.casework.stores.opening import Office
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.exchange.parcels import Taken
from coordinator.domain.exchange.reviews import Applied
from coordinator.domain.exchange.scopes import Terms
from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.exchange.away import (
    MadePack,
    make_hand_back,
    make_take_away,
    open_take_away,
)
from coordinator.exchange.coming_back import apply_returned


@dataclass(frozen=True, slots=True)
class LentPacks:
    """Packs of one office; all of it on the writing lane, and as their namesakes refuse."""

    office: Office

    def give(
        self, contact: str, folder: Path, terms: Terms, reason: str, _progress: Progress
    ) -> Done[MadePack]:
        """Give a contact their people; `reason` is why, where something wants one."""
        sending = Sending(reason=reason)
        return make_take_away(self.office.desk, contact, folder, terms=terms, sending=sending)

    def sheet(
        self, lead: UUID, folder: Path, due: date | None, sending: Sending, _progress: Progress
    ) -> Done[MadePack]:
        """Give a lead professional their people on a sheet, which is not sealed."""
        from coordinator.exchange.update_sheets import make_update_sheet  # loads spreadsheets

        return make_update_sheet(self.office.desk, lead, folder, due=due, sending=sending)

    def hand_back(self, folder: Path, _progress: Progress) -> Done[MadePack]:
        """Hand back what was done away."""
        return make_hand_back(self.office.desk, folder)

    def take_over(self, pack: Path, _progress: Progress, *, go_on: bool = False) -> Done[Applied]:
        """Take over what came back, a hand-back or an update sheet, after a backup."""
        return apply_returned(self.office, pack, go_on=go_on)

    def take_in(self, pack: Path, _progress: Progress) -> Done[tuple[Taken, bool]]:
        """Take a pack of the panel in, after a backup.

        Returns:
            What came of it, and whether somebody else sits here from now on: then the desks of
            this sitting are of no use any more, lock.
        """
        there, done = open_take_away(self.office, pack)
        is_other = there.desk.sitter != self.office.desk.sitter
        return Done((done.result, is_other), done.changes)
