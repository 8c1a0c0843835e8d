"""The demo of two stores: a panel's and a lead professional's, both of whom have worked."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from coordinator.casework.away.contacts import add_contact, record_words_read
from coordinator.casework.away.identity import ensure_own_card
from coordinator.casework.desk import Desk
from coordinator.casework.stores.founding import Founding
from coordinator.casework.stores.opening import Office, Source
from coordinator.demo.leading import Leading, find_leading, work_away, work_on, write_at_panel
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import StoreExistsError
from coordinator.domain.exchange.cards import Card
from coordinator.domain.exchange.contacts import CheckedHow
from coordinator.domain.exchange.scopes import Terms
from coordinator.exchange.away import apply_pack, make_hand_back, make_take_away, open_take_away
from coordinator.exchange.setting_out import make_away_store
from coordinator.runtime.folders import StoreFolder
from coordinator.runtime.writing import store_faults, whole_folder
from coordinator.wording.translation import _

PANEL, LEAD, FILES = "panel", "lead", "files"
"""The folders of the two stores, and of what goes between them."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A lead's own store beside a panel's, and the hand-back that waits to be brought in."""

    name: str
    store: Path
    hand_back: Path


def make_two_stores(
    folder: Path, make_panel: Callable[[Path], Office], founding: Founding, *, seed: int = 1
) -> tuple[Path, Path, Path]:
    """Make a panel's store and a lead's own beside it; gives where they and the hand-back are.

    Whole or not at all: what was begun goes again when it cannot be brought to its end.

    Raises:
        StoreExistsError: Something lies in the folder.
        StoreFullError, StoreReadOnlyError: There is no room, or no right.
        CoordinatorError: As making stores and packs.
    """
    if not StoreFolder(folder).is_fresh():
        raise StoreExistsError(folder)
    with store_faults(), whole_folder(folder) as part:
        hub = make_panel(part / PANEL)
        try:
            beside = send_a_lead_away(hub, part, founding, seed=seed)
        finally:
            hub.close(back_up=False)
    return folder / PANEL, folder / LEAD, folder / FILES / beside.hand_back.name


def send_a_lead_away(hub: Office, folder: Path, founding: Founding, *, seed: int = 1) -> Beside:
    """Give a lead of a demo panel their people, and let both of them work.

    What the lead handed back first was taken over: one text of a plan says two things since. What
    they did after that lies ready as a file.

    Raises:
        CoordinatorError: As making stores and packs.
    """
    leading = find_leading(hub.desk)
    source = Source(hub.desk.now, Random(seed + 1).randbytes)  # noqa: S311 - made-up people
    away, _code = make_away_store(
        folder / LEAD, founding, name=leading.name, agency=leading.agency, source=source
    )
    try:
        lead = _swap_cards(hub.desk, away.desk, leading)
        files = folder / FILES
        why = Sending(reason=_("All of it is made up."))
        # Whoever's basis is not complete stays here: a coordinator lets the rest go.
        made = make_take_away(hub.desk, lead, files, terms=Terms(rest=True), sending=why)
        pack = made.result.path
        away, _taken = open_take_away(away, pack)
        write_at_panel(hub.desk, leading.person)
        work_away(away.desk, leading.person)
        first = make_hand_back(away.desk, files).result.path
        apply_pack(hub, first)
        work_on(away.desk, leading.person)
        waits = make_hand_back(away.desk, files).result.path
        for old in (pack, first):
            old.unlink()
    finally:
        away.close(back_up=False)
    return Beside(leading.name, away.folder.path, waits)


def _swap_cards(hub: Desk, away: Desk, leading: Leading) -> str:
    """Have both bring in the other's card and read its words; gives who the lead is."""
    panel, own = _card(hub), _card(away)
    how = CheckedHow.IN_PERSON
    add_contact(hub, own.file_bytes)
    record_words_read(hub, own.identity.id, how=how, professional=leading.professional)
    add_contact(away, panel.file_bytes)
    record_words_read(away, panel.identity.id, how=how)
    return own.identity.id


def _card(desk: Desk) -> Card:
    return ensure_own_card(desk).result.card
