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
from coordinator.sheets.columns import Column, Target, field_of, fields_of


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Field -> heading, for one target; columns it leaves out are still found by name.

    Attributes:
        ignored: Headings of columns that are not read, whatever they are called.
        has_headings: Otherwise the columns are called A, B, C and the first row is one of the
            others.
    """

    target: Target
    columns: Mapping[str, str]
    ignored: tuple[str, ...] = ()
    has_headings: bool = True


def mapping_of(
    target: Target, columns: tuple[Column, ...], *, has_headings: bool = True
) -> ColumnMapping:
    """Take down how the columns of a file were understood, to be used for the next one."""
    return ColumnMapping(
        target,
        {column.field: column.heading for column in columns if column.field},
        _passed_over(target, columns),
        has_headings,
    )


def _passed_over(target: Target, columns: tuple[Column, ...]) -> tuple[str, ...]:
    """List the columns that are not read although their names are known and free."""
    taken = {column.field for column in columns}
    unread = [column.heading for column in columns if column.field is None]
    return tuple(one for one in unread if (field := field_of(target, one)) and field not in taken)


def mapping_text(mapping: ColumnMapping) -> str:
    """Write a mapping as TOML."""
    lines = [f'target = "{mapping.target.value}"']
    if mapping.ignored:
        lines.append(f"ignored = [{', '.join(map(_quoted, mapping.ignored))}]")
    if not mapping.has_headings:
        lines.append("headings = false")
    lines += ["", "[columns]"]
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
    ignored, has_headings = read.get("ignored", []), read.get("headings", True)
    if not _are_texts(ignored) or not isinstance(has_headings, bool):
        raise SheetError(path, "bad-mapping")
    return ColumnMapping(target, columns, tuple(ignored), has_headings)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _quoted(heading: str) -> str:
    """Quote for TOML, whose basic strings escape as JSON does but for DEL."""
    return json.dumps(heading, ensure_ascii=False).replace("\x7f", "\\u007f")
