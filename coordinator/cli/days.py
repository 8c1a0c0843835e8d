"""`day`: the whole main job on a made-up panel, from agenda to the papers, without a window."""

import shutil
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.outreach.reads import find_sheet
from coordinator.casework.outreach.sheets import make_sheet
from coordinator.casework.packs.paper_reads import find_meeting
from coordinator.casework.plans.reading import find_people_with_plan
from coordinator.casework.stores.opening import DEMO_PASSPHRASE, is_demo_folder, open_store
from coordinator.cli.telling import bar, say_exactly
from coordinator.demo.holding import hold_next_meeting
from coordinator.demo.making import make_demo
from coordinator.demo.volume import Size
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import StoreExistsError
from coordinator.exports.composing import PaperKind
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from coordinator.runtime.clock import today
from coordinator.runtime.writing import target_faults
from coordinator.wording.translation import _

_PAPERS = (
    PaperKind.AGENDA,
    PaperKind.PACK,
    PaperKind.MINUTES,
    PaperKind.TRACKER,
    PaperKind.PLAN,
    PaperKind.PLAN_PAGE,
    PaperKind.COVER,
    PaperKind.REFERRAL_FORM,
    PaperKind.ESCALATION,
    PaperKind.GAPS,
    PaperKind.OUTREACH,
    PaperKind.TONIGHT,
    PaperKind.ACCOUNTABILITY,
    PaperKind.DEMAND,
    PaperKind.REPORT,
    PaperKind.PLACES,
    PaperKind.LEARNING,
)
_SEED = 1
_MARK = "made-up-day.txt"  # says whose the folder is: nothing of another is ever removed


def join(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=_("Hold a whole meeting of a made-up panel and print its papers."))(day)


def day(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help=_("Where the demo store and the papers go."))
    ],
) -> None:
    """Hold the next meeting of a demo panel and print the paths of its papers, one a line.

    The panel is made once a day; each run holds the same meeting on a fresh copy of it.
    """
    _claim(folder)
    made = _made_today(folder / "demo", today())
    working = folder / "store"
    _start_afresh(made, working)
    with bar(_("Holding the meeting")):
        office = open_store(working, DEMO_PASSPHRASE)
        try:
            desk = hold_next_meeting(office.desk)
            written = _papers(desk, folder / "papers")
        finally:
            office.close(back_up=False)
    for path in written:
        say_exactly(str(path))


def _claim(folder: Path) -> None:
    """Take a folder for what this command makes and throws away again, and mark it as such.

    Raises:
        StoreExistsError: Something of somebody else's is in it.
        ExportTargetError: It cannot be written to.
    """
    mark = folder / _MARK
    with target_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
        ours = mark.is_file() or is_demo_folder(folder / "store")
        if not ours and any(folder.iterdir()):
            raise StoreExistsError(folder)
        mark.touch()


def _made_today(place: Path, on: date) -> Path:
    """Give the demo store of a day, made if there is none yet; those of other days go."""
    store = place / on.isoformat()
    if not (store / "keys.json").is_file():
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        with bar(_("Making a demo panel")) as progress:
            office = make_demo(store, Size.SMALL, seed=_SEED, today=on, progress=progress)
        office.close(back_up=False)
    return store


def _start_afresh(made: Path, working: Path) -> None:
    shutil.rmtree(working, ignore_errors=True)
    shutil.copytree(made, working)


def _papers(desk: Desk, folder: Path) -> list[Path]:
    shutil.rmtree(folder, ignore_errors=True)
    person = _somebody_discussed(desk)
    if find_sheet(desk, desk.today()) is None:
        make_sheet(desk, desk.today())
    sending = Sending(reason=_("All of it is made up."))
    orders = [
        Order(kind, folder, meeting="last", person=person, sending=sending) for kind in _PAPERS
    ]
    with bar(_("Laying out")) as progress:
        return make_papers(desk, orders, progress=progress)


def _somebody_discussed(desk: Desk) -> str:
    """Give the reference of the first person with a plan whom the meeting talked about."""
    talked_about = read_meeting(desk, find_meeting(desk, "last").id)
    with_plan = set(find_people_with_plan(desk))
    for item in talked_about.items:
        if item.entry.person and item.entry.person.id in with_plan:
            return item.entry.person.reference
    return ""
