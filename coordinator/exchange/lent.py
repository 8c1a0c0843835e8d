"""What an open office lends the windows, so that work goes away with somebody and comes back."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from coordinator.casework.away.away_pages import read_return
from coordinator.casework.need_to_know.withholding import told_to_sitter
from coordinator.casework.stores.opening import Office
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.exchange.away_pages import Return
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
from coordinator.exchange.coming_back import apply_returned, review_returned
from coordinator.exchange.giving_each import GivenEach, give_each


@dataclass(frozen=True, slots=True)
class LentPacks:
    """Packs of one office; all but the look on the writing lane, and as their namesakes refuse."""

    office: Office

    def give(
        self, contact: str, folder: Path, terms: Terms, reason: str, progress: Progress
    ) -> Done[MadePack]:
        """Give a contact their people; `reason` is why, where something wants one."""
        sending = Sending(reason=reason)
        return make_take_away(
            self.office.desk, contact, folder, terms=terms, sending=sending, progress=progress
        )

    def give_each(
        self, contacts: Sequence[str], folder: Path, terms: Terms, reason: str, progress: Progress
    ) -> Done[GivenEach]:
        """Give each of these contacts their people; those made stay when somebody stops it."""
        sending = Sending(reason=reason)
        return give_each(
            self.office.desk, contacts, folder, terms=terms, sending=sending, progress=progress
        )

    def sheet(
        self, lead: UUID, folder: Path, terms: Terms, sending: Sending, progress: Progress
    ) -> Done[MadePack]:
        """Give a lead professional their people on a sheet, which is not sealed."""
        from coordinator.exchange.update_sheets import make_update_sheet  # loads spreadsheets

        return make_update_sheet(
            self.office.desk, lead, folder, terms=terms, sending=sending, progress=progress
        )

    def hand_back(self, folder: Path, progress: Progress) -> Done[MadePack]:
        """Hand back what was done away."""
        return make_hand_back(self.office.desk, folder, progress)

    def look(self, pack: Path, progress: Progress, *, rest: bool = False) -> Return:
        """Say what came back would change, with connections of its own: nothing waits for it.

        Of a sheet, `rest` lets what can be read count without what cannot.
        """
        desk = self.office.reading_desk()
        with closing(desk.store):
            return told_to_sitter(
                desk,
                lambda here: read_return(here, review_returned(here, pack, progress, rest=rest)),
            )

    def take_over(
        self, pack: Path, progress: Progress, *, go_on: bool = False, rest: bool = False
    ) -> Done[Applied]:
        """Take over what came back, a hand-back or an update sheet, after a backup."""
        return apply_returned(self.office, pack, go_on=go_on, rest=rest, progress=progress)

    def take_in(self, pack: Path, progress: Progress) -> Done[tuple[Taken, bool]]:
        """Take a pack of the panel in, after a backup.

        Returns:
            What came of it, and whether somebody else sits here from now on: then the desks of
            this sitting are of no use any more, lock.
        """
        there, done = open_take_away(self.office, pack, progress)
        is_other = there.desk.sitter != self.office.desk.sitter
        return Done((done.result, is_other), done.changes)
