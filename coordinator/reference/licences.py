"""The licence texts of the program and of what it is made with, as they are installed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from coordinator.reference.resources import resource

PARTS = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "alembic",
    "sqlcipher3",
    "cryptography",
    "reportlab",
    "pikepdf",
    "pillow",
    "python-calamine",
    "openpyxl",
    "python-docx",
    "pyrage",
    "mnemonic",
    "rapidfuzz",
    "holidays",
    "python-dateutil",
    "babel",
    "filelock",
    "platformdirs",
    "psutil",
    "typer",
    "tzdata",
    "rich",
    "pypdfium2",
)
"""What the program asks for itself; what these ask for in turn is found."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TEXTS = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|COPYRIGHT|AUTHORS)[^/]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Licence:
    """Whose licence it is, and its text; where only its name is known, that."""

    name: str
    text: str = field(repr=False)


@cache
def licences() -> tuple[Licence, ...]:
    """Give every licence there is to read, ours first, the others by name."""
    ours = Licence("Coordinator", _ours())
    others = [*_of_resources(), *(_of_part(one) for one in _installed())]
    return (ours, *sorted(others, key=lambda one: one.name.casefold()))


def _ours() -> str:
    # Beside the package in a checkout; packaged, it lies with the other texts.
    for place in (resource("LICENSE"), resource("icons").parent.parent / "LICENSE"):
        if place.is_file():
            return place.read_text(encoding="utf-8")
    return "MIT"


def _of_resources() -> Iterator[Licence]:
    yield Licence("Lucide (icons)", resource("icons", "LICENSE").read_text(encoding="utf-8"))
    for path in sorted(resource("fonts", "licences").glob("*.txt")):
        name = path.stem.removesuffix("-OFL").replace("-", " ").title()
        yield Licence(f"{name} (letters)", path.read_text(encoding="utf-8"))


def _installed() -> list[Distribution]:
    found: dict[str, Distribution] = {}
    waiting = list(PARTS)
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            found[key] = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or left out where the program is packaged
        waiting += [one[0] for one in map(_NAME.match, _needs(found[key])) if one]
    return list(found.values())


def _needs(part: Distribution) -> list[str]:
    return [one for one in part.requires or () if "extra ==" not in one]


def _of_part(part: Distribution) -> Licence:
    name = f"{part.metadata['Name']} {part.version}"
    files = [one for one in part.files or () if _TEXTS.search(one.as_posix())]
    texts = [text for one in files if (text := _read(Path(str(part.locate_file(one)))))]
    return Licence(name, "\n\n".join(texts) or _terms(part))


def _terms(part: Distribution) -> str:
    for key in ("License-Expression", "License"):
        if key in part.metadata:
            return str(part.metadata[key])
    found = part.metadata.get_all("Classifier") or []
    return "\n".join(one for one in found if one.startswith("License"))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
