"""Making a demo store: an invented panel, the same one for the same seed and day."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path

from coordinator.casework.stores.founding import NewStore, make_store
from coordinator.casework.stores.opening import DEMO_PASSPHRASE, Office, Source
from coordinator.demo.clock import Clock
from coordinator.demo.dice import Dice
from coordinator.demo.filling import fill
from coordinator.demo.pilot import first_day, play
from coordinator.demo.volume import COUNTY, LARGE, Size, Volume
from coordinator.domain.errors import StoreExistsError
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.progress import Progress, Unwatched
from coordinator.runtime.folders import StoreFolder
from coordinator.runtime.writing import store_faults, whole_folder
from coordinator.vault.costs import USUAL_COST, Cost

_SEVEN = time(7)


def make_demo(
    path: Path,
    size: Size = Size.SMALL,
    *,
    seed: int = 1,
    today: date,
    passphrase: str = DEMO_PASSPHRASE,
    progress: Progress | None = None,
    cost: Cost = USUAL_COST,
) -> Office:
    """Make a demo store and sit down in it as its coordinator.

    Args:
        path: A folder with nothing in it.
        size: How much there is in it.
        seed: With `today` it settles every value, ids included.
        today: The last day of the story; the next meeting comes after it.
        passphrase: The published one unless somebody wants their own.
        progress: Told in people or in days of the story.
        cost: Of deriving the key; lower in tests only.

    Raises:
        CoordinatorError: As `make_store`; CancelledError when the person stopped it.
    """
    if size is Size.SMALL:
        return _play(path, seed, today, passphrase, progress or Unwatched(), cost)
    volume = COUNTY if size is Size.COUNTY else LARGE
    return make_filled(
        path, volume, seed=seed, today=today, passphrase=passphrase, progress=progress, cost=cost
    )


def make_whole_demo(path: Path, make: Callable[[Path], Office]) -> None:
    """Make a demo store and close it; of one that was stopped or broken off nothing stays.

    Raises:
        StoreExistsError: Something lies in the folder.
        CoordinatorError: As `make`, which is `make_demo` with all but the folder.
    """
    if not StoreFolder(path).is_fresh():
        raise StoreExistsError(path)
    with store_faults(), whole_folder(path) as part:
        make(part).close(back_up=False)


def _play(
    path: Path, seed: int, today: date, passphrase: str, progress: Progress, cost: Cost
) -> Office:
    dice, clock = Dice(seed), Clock(first_day(today), _SEVEN)
    office = _begin(path, dice, clock, passphrase, cost)
    try:
        play(office.desk, clock, dice, today, progress)
    except BaseException:
        office.close(back_up=False)
        raise
    return office


def make_filled(
    path: Path,
    volume: Volume,
    *,
    seed: int,
    today: date,
    passphrase: str = DEMO_PASSPHRASE,
    progress: Progress | None = None,
    cost: Cost = USUAL_COST,
) -> Office:
    """Make a demo of any volume by the bulk path; see `make_demo`."""
    dice, clock = Dice(seed), Clock(today, _SEVEN)
    office = _begin(path, dice, clock, passphrase, cost)
    try:
        fill(office.desk, dice, volume, today, progress or Unwatched())
        office.desk.store.compact()
    except BaseException:
        office.close(back_up=False)
        raise
    return office


def _begin(path: Path, dice: Dice, clock: Clock, passphrase: str, cost: Cost) -> Office:
    new = NewStore(
        panel="Porthkerris Complex Needs Panel",
        prefix="PK",
        area="Porthkerris and the coast",
        agency="Porthkerris Community Safety Partnership",
        agency_kind=AgencyKind.COMMUNITY_SAFETY,
        person="Aled Hâf-Nancarrow",
        job="Panel Coordinator",
        passphrase=passphrase,
        quorum=5,
        is_demo=True,
    )
    office, _ = make_store(path, new, source=Source(clock, dice.bytes), cost=cost)
    return office
