"""What the page of setting out does. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from coordinator.casework.away.contacts import record_words_read
from coordinator.casework.away.identity import ensure_own_card
from coordinator.casework.away.setting_out import read_setting_out
from coordinator.casework.desk import Desk
from coordinator.domain.exchange.contacts import (
    Added,
    CheckedHow,
    ContactRead,
    OwnCard,
    SettingOut,
)
from coordinator.domain.exchange.parcels import Taken
from coordinator.domain.outcomes import Done
from coordinator.exchange.card_files import bring_in_card, save_own_card
from coordinator.exchange.pack_files import looks_like_a_pack
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.shared.asking import Asking, Values
from coordinator.wording.away import taken_words
from coordinator.wording.contact_cards import added_words, said_words
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.ui.sitting import SetOut, Sitting


@dataclass(frozen=True, slots=True)
class Ways:
    """What the page is lent.

    Attributes:
        set_out: Takes the first pack in.
        sit_down: Lets whoever it is for go on, and says what came of it.
        toast: Says what was done.
    """

    set_out: "SetOut"
    sit_down: "Callable[[Sitting, str], object]"
    toast: Callable[[str, Callable[[], object] | None], None]


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_page(self, page: SettingOut) -> None:
        """Show our card, the cards that were brought in, and the way on."""


class SettingOutPresenter:
    """Cards are swapped, their words read, the first pack is taken in."""

    def __init__(self, jobs: Jobs, view: View, asking: Asking, ways: Ways) -> None:
        self._jobs, self._view, self._asking, self._ways = jobs, view, asking, ways

    def begin(self, file: Path | None) -> None:
        """Read the page, and take what was handed over."""
        self.load()
        if file is not None:
            self.bring_in(file)

    def load(self) -> None:
        """Read the page."""
        self._jobs.query(read_setting_out, self._view.show_page, replaces="setting-out")

    def do(self) -> None:
        """Ask who somebody is, and make their card."""

        def make(values: Values, _seen: int) -> Callable[[Desk], Done[Any]]:
            return partial(ensure_own_card, **values)

        self._asking.put(_who(), make, then=self._again)

    def save_card(self, folder: Path) -> None:
        """Save our own card into a folder."""
        self._jobs.command(partial(save_own_card, folder=folder), then=self._saved)

    def bring_in(self, file: Path) -> None:
        """Take the first pack, or bring in a card: whichever it is."""
        if looks_like_a_pack(file):
            self._jobs.long(
                _("The pack is taken in"), partial(self._ways.set_out, file), self._set_out
            )
        else:
            self._jobs.command(partial(bring_in_card, path=file), then=self._brought)

    def hear_words(self, read: ContactRead) -> None:
        """Ask how the words were read, and record that they were."""

        def heard(values: Values, _seen: int) -> Callable[[Desk], Done[Any]]:
            return partial(record_words_read, identity=read.contact.id, **values)

        self._asking.put(_words_read(read), heard, then=self._again)

    def _set_out(self, taken: "tuple[Sitting, Taken]") -> None:
        sitting, what = taken
        self._ways.sit_down(sitting, " ".join(taken_words(what)))

    def _saved(self, made: tuple[Path, OwnCard]) -> None:
        self.load()
        self._ways.toast(_("Saved: {file}. Send it as it is.", file=made[0].name), None)

    def _brought(self, brought: tuple[str, Added]) -> None:
        self.load()
        self._ways.toast(added_words(brought[1]), None)

    def _again(self, _result: object) -> None:
        self.load()


def _who() -> Question:
    return Question(
        _("Who you are to the panel"),
        (
            Ask("name", _("Your name"), Kind.LINE, ""),
            Ask("agency", _("Your agency"), Kind.LINE, ""),
        ),
        _("Make my card"),
        about=_("As the panel knows you: it stands on your contact card and cannot be changed."),
    )


def _words_read(read: ContactRead) -> Question:
    return Question(
        _("The words of {name} were read", name=read.contact.name),
        (Ask("how", _("How"), Kind.CHOICE, CheckedHow.IN_PERSON, choices_of(CheckedHow)),),
        _("Record it"),
        about=_(
            "Only if they read exactly these to you, face to face or on a number you knew"
            " before: {words}",
            words=said_words(read.words),
        ),
    )
