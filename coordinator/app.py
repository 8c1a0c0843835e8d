"""Start-up: the window, or a command; and the ways into a store that the windows are lent.

Nothing is imported before it is known to be needed: the unlock page is painted before the store's
libraries are loaded, and a process that lays out a paper loads none of this.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from uuid import UUID

    from coordinator.casework.imports.bringing import ToBring
    from coordinator.casework.stores.opening import Office
    from coordinator.domain.exchange.parcels import Taken
    from coordinator.domain.outcomes import Done
    from coordinator.domain.progress import Progress
    from coordinator.domain.returns.imports import Imported
    from coordinator.exchange.lent import LentPacks
    from coordinator.ui.sitting import Doors, Keeping, NewAway, NewPanel, Sitting, Template

T = TypeVar("T")
COMMANDS = frozenset({"backup", "check", "day", "demo", "export", "import", "packs", "restore"})
COMMANDS |= {"contact", "missing", "workpack"}
"""The words of the command line; anything else that stands alone is a store to open."""

_OPENING_NEEDS = (
    "coordinator.casework.stores.opening",
    "coordinator.casework.away.setting_out",
    "coordinator.casework.stores.backups",
    "coordinator.casework.directory.page",
    "coordinator.casework.stores.passphrases",
    "coordinator.casework.stores.users",
    "coordinator.casework.records.whereabouts",
    "coordinator.ui.shell.at_work",
    "coordinator.ui.screens.this_week.screen",
    *(["coordinator.ui.shell.session_lock"] if sys.platform.startswith("linux") else []),
)
"""Loaded while the passphrase is typed: the store's libraries alone take longer than a window."""

_NEEDS_NO_DISPLAY = frozenset({"offscreen", "minimal", "vnc", "linuxfb", "eglfs"})


def main() -> None:
    """Open the window, or run one command."""
    words = sys.argv[1:]
    if not wants_window(words):
        from coordinator.cli.program import main as run

        run()
        return
    sys.exit(open_window(Path(words[0]) if words else None))


def wants_window(words: Sequence[str]) -> bool:
    """Whether these words ask for the window: none at all, or a folder or a file alone."""
    if not words:
        return True
    if len(words) > 1 or words[0] in COMMANDS or words[0].startswith("-"):
        return False
    # A mistyped command is told as such; a folder or file is there or is written like one.
    return Path(words[0]).exists() or os.sep in words[0]


def has_display(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """Whether a window can be shown; Qt would end the process without a word if it cannot."""
    if not system.startswith("linux"):
        return True
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] in _NEEDS_NO_DISPLAY:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def open_window(named: Path | None) -> int:
    """Show the window of a store, or with a file to take in, until it is closed; the exit code."""
    from coordinator.wording.translation import _

    if not has_display():
        told = _("There is no display to open a window on; `coordinator --help` lists commands.")
        sys.stderr.write(told + "\n")
        return 1
    from coordinator.runtime.hardening import harden
    from coordinator.ui.loading import load_plainly

    harden()
    load_plainly()
    from coordinator.ui.shell.starting import start

    return start(doors(), named, sys.argv[:1])


def doors() -> Doors:
    """Give the windows their ways into a store."""
    from coordinator.ui.sitting import Doors

    return Doors(
        warm_up=_warm_up,
        open_store=_open_store,
        open_with_code=_open_with_code,
        make_store=_make_store,
        make_away_store=_make_away_store,
        restore=_restore,
        make_demo=_make_demo,
        open_demo=_open_demo,
        strength=_strength,
        weakness=_weakness,
        is_store=_is_store,
        is_demo=_is_demo,
        is_busy=_is_busy,
        templates=_templates,
        demo_folder=_demo_folder,
    )


@cache
def _warm_up() -> None:
    """Load once, and before anybody's rows can be in memory, what opening needs."""
    from importlib import import_module

    from coordinator.runtime.collecting import keep_for_good

    with keep_for_good():
        for name in _OPENING_NEEDS:
            import_module(name)

        from coordinator.reference.working_days import bank_holidays
        from coordinator.runtime.clock import today
        from coordinator.wording.dates import plain_day

        bank_holidays(today().year)  # the first question loads the days of every country
        plain_day(today())  # the first day in words loads how days are written


def _open_store(folder: Path, passphrase: str) -> Sitting:
    from coordinator.casework.stores.opening import open_store

    return _seat(open_store(folder, passphrase))


def _open_with_code(folder: Path, code: str) -> Sitting:
    from coordinator.casework.stores.opening import open_with_code

    return _seat(open_with_code(folder, code))


def _make_store(folder: Path, said: NewPanel) -> tuple[Sitting, str]:
    from dataclasses import replace

    from coordinator.casework.stores.founding import NewStore, make_store
    from coordinator.domain.roles import Role
    from coordinator.reference.panels import panel_templates

    kind = next((one for one in panel_templates() if one.key == said.template), None)
    new = NewStore(
        panel=said.panel,
        prefix=said.prefix,
        area=said.area,
        agency=said.agency,
        person=said.person,
        job=said.job,
        passphrase=said.passphrase,
        role=Role.CHAIR if said.is_chair else Role.COORDINATOR,
    )
    if kind is not None:
        new = replace(new, marking=kind.marking, quorum=kind.quorum)
    office, code = make_store(folder, new)
    try:
        _furnish(office, said)
    except BaseException:
        office.close(back_up=False)
        raise
    return _seat(office), code


def _make_away_store(folder: Path, said: NewAway) -> tuple[Sitting, str]:
    from coordinator.casework.stores.founding import Founding
    from coordinator.exchange.setting_out import make_away_store

    founding = Founding(said.passphrase)
    office, code = make_away_store(folder, founding, name=said.name, agency=said.agency)
    return _seat(office), code


def _furnish(office: Office, said: NewPanel) -> None:
    """Give a new panel what its kind brings and its first meeting, as acts like any other."""
    from coordinator.casework.directory.seats import add_template_seats
    from coordinator.casework.meetings.series import Appointment, schedule_next, start_series
    from coordinator.casework.panel.settings import start_as

    if said.template:
        start_as(office.desk, said.template)
        add_template_seats(office.desk, said.template)
    if said.every_weeks and said.first_on is not None:
        first = Appointment(said.first_on, said.starts_at, said.minutes, said.place)
        series = start_series(
            office.desk, name=said.panel, first=first, every_weeks=said.every_weeks
        )
        schedule_next(office.desk, series.result)


def _restore(backup: Path, target: Path, passphrase: str) -> Sitting:
    from coordinator.casework.stores.restoring import restore_backup

    return _seat(restore_backup(backup, target, passphrase))


def _make_demo(folder: Path, progress: Progress) -> Sitting:
    from coordinator.demo.making import make_demo, make_whole_demo
    from coordinator.runtime.clock import today

    make_whole_demo(folder, partial(make_demo, today=today(), progress=progress))
    return _open_demo(folder)


def _open_demo(folder: Path) -> Sitting:
    from coordinator.casework.stores.opening import DEMO_PASSPHRASE, open_store

    return _seat(open_store(folder, DEMO_PASSPHRASE))


def _seat(office: Office) -> Sitting:
    """Say who sits in an open office, for the windows."""
    from coordinator.casework.away.setting_out import read_names_at
    from coordinator.casework.records.whereabouts import keep_whereabouts, read_whereabouts
    from coordinator.ui.sitting import Sitting
    from coordinator.wording.labels import label

    desk = office.desk
    names = read_names_at(desk)
    return Sitting(
        writing=desk,
        reading=office.reading_desk(),
        folder=office.folder.path,
        panel=names.panel,
        person=names.sitter,
        role=label(desk.sitter.role),
        is_demo=office.is_demo,
        back_up=partial(_back_up, office),
        back_up_into=partial(_back_up_into, office),
        bring_in=partial(_bring_in, office),
        take_back=partial(_take_back, office),
        close=partial(_close, office),
        keeping=_keeping(office),
        packs=partial(_packs, office),
        is_away=names.is_away,
        set_out=None if names.has_work else partial(_set_out, office),
        keep_place=partial(keep_whereabouts, desk),
        was_at=read_whereabouts(desk),
        erase=partial(_erase, office),
    )


def _back_up(office: Office, progress: Progress) -> Path:
    return office.back_up("asked", progress=progress).path


def _back_up_into(office: Office, folder: Path, progress: Progress) -> Path:
    from coordinator.casework.stores.backups import back_up_elsewhere

    return back_up_elsewhere(office, folder, progress).path


def _bring_in(office: Office, wanted: ToBring, progress: Progress) -> Done[Imported]:
    from coordinator.casework.imports.bringing import bring_in

    return bring_in(office, wanted, progress=progress)


def _take_back(office: Office, act: UUID, progress: Progress) -> Done[int]:
    from coordinator.casework.imports.undoing import undo_import

    return undo_import(office, act, progress=progress)


def _erase(office: Office, disposal: UUID, progress: Progress) -> Done[bool]:
    from coordinator.casework.stores.erasing import erase_record

    return erase_record(office, disposal, progress=progress)


def _set_out(office: Office, pack: Path, _progress: Progress) -> tuple[Sitting, Taken]:
    from coordinator.exchange.away import open_take_away

    there, done = open_take_away(office, pack)
    return _seat(there), done.result


def _packs(office: Office) -> LentPacks:
    from coordinator.exchange.lent import LentPacks

    return LentPacks(office)


def _close(office: Office) -> None:
    from coordinator.casework.records.whereabouts import forget_whereabouts
    from coordinator.domain.errors import CoordinatorError

    with suppress(CoordinatorError):  # closing goes on, whatever the store can still take
        forget_whereabouts(office.desk)
    office.close()


def _keeping(office: Office) -> Keeping:
    """Say what settings may do with an open office."""
    from coordinator.casework.stores import backups, passphrases, users
    from coordinator.domain.outcomes import Done
    from coordinator.runtime.places import check_place
    from coordinator.ui.sitting import Keeping

    def done(act: Callable[..., T]) -> Callable[..., Done[T]]:
        return lambda *values: Done(act(office, *values), passphrases.USERS)

    return Keeping(
        came_by_code=passphrases.came_by_code(office),
        add_user=done(users.add_user),
        add_newcomer=partial(passphrases.add_newcomer, office),
        give_passphrase=done(users.give_passphrase),
        change_own=done(passphrases.change_own_passphrase),
        remove_user=done(passphrases.remove_with_reason),
        draft_code=passphrases.draft_code,
        take_code=done(passphrases.take_code),
        check_present=partial(passphrases.check_present, office),
        change_master=partial(passphrases.change_master, office),
        backups=backups.read_backups,
        backups_folder=office.folder.backups,
        check_backup=partial(backups.check_backup, office),
        bring_back=backups.bring_back,
        check_place=check_place,
        strength=_strength,
        weakness=lambda words: "" if office.is_demo else _weakness(words),
    )


def _strength(passphrase: str) -> str:
    from coordinator.vault.passphrases import strength_of

    return strength_of(passphrase).value


def _weakness(passphrase: str) -> str:
    from coordinator.domain.errors import WeakPassphraseError
    from coordinator.vault.passphrases import check_passphrase

    try:
        check_passphrase(passphrase)
    except WeakPassphraseError as error:
        return error.rule
    return ""


def _is_store(folder: Path) -> bool:
    from coordinator.runtime.folders import StoreFolder

    return StoreFolder(folder).keys.is_file() or StoreFolder(folder).spare_keys.is_file()


def _is_demo(folder: Path) -> bool:
    from coordinator.casework.stores.opening import is_demo_folder

    return is_demo_folder(folder)


def _is_busy(folder: Path) -> bool:
    from coordinator.runtime.folders import StoreFolder

    if not StoreFolder(folder).lock_owner.exists():
        return False  # seldom otherwise, and asking the system loads what the first page can spare
    from coordinator.runtime.locks import is_worked_on

    return is_worked_on(folder)


def _templates() -> tuple[Template, ...]:
    from coordinator.ui.kinds_offered import kinds_offered

    return kinds_offered()


def _demo_folder() -> Path:
    import platformdirs

    return platformdirs.user_data_path("coordinator", appauthor=False) / "demo"
