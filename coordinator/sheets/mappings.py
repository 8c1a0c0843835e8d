"""A saved mapping: which of a file's columns fills which field, as a small TOML text.

target = "people"

[columns]
family_name = "Nom de famille"
born_on = "Geboren"
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coordinator.domain.errors import SheetError
from coordinator.sheets.columns import Column, Target, fields_of


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Field -> heading, for one target; columns it leaves out are still found by name."""

    target: Target
    columns: Mapping[str, str]


def mapping_of(target: Target, columns: tuple[Column, ...]) -> ColumnMapping:
    """Take down how the columns of a file were understood, to be used for the next one."""
    return ColumnMapping(
        target, {column.field: column.heading for column in columns if column.field}
    )


def mapping_text(mapping: ColumnMapping) -> str:
    """Write a mapping as TOML."""
    lines = [f'target = "{mapping.target.value}"', "", "[columns]"]
    lines += [f"{field} = {_quoted(heading)}" for field, heading in mapping.columns.items()]
    return "\n".join(lines) + "\n"


def mapping_from(path: Path, target: Target) -> ColumnMapping:
    """Read a mapping file.

    Raises:
        SheetError: `missing`, `bad-mapping` (no TOML, or for another target; the fields it names
            that do not exist are the details).
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise SheetError(path, "missing") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SheetError(path, "bad-mapping") from error
    return mapping_from_text(text, path, target)


def mapping_from_text(text: str, path: Path, target: Target) -> ColumnMapping:
    """Read a mapping that was kept as text; `path` is what the person called it.

    Raises:
        SheetError: `bad-mapping`, as for a file.
    """
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SheetError(path, "bad-mapping") from error
    columns = read.get("columns")
    if read.get("target", target.value) != target.value or not isinstance(columns, dict):
        raise SheetError(path, "bad-mapping")
    unknown = sorted(field for field in columns if field not in fields_of(target))
    if unknown or not all(isinstance(heading, str) for heading in columns.values()):
        raise SheetError(path, "bad-mapping", tuple(unknown))
    return ColumnMapping(target, columns)


def _quoted(heading: str) -> str:
    """Quote for TOML, whose basic strings escape as JSON does but for DEL."""
    return json.dumps(heading, ensure_ascii=False).replace("\x7f", "\\u007f")
