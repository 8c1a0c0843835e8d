"""Which part of an .xlsx holds which sheet.

What is asked of was measured before: it is a whole zip, no part is too large, and none declares
entities.
"""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

_BOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"


def parts_of_sheets(content: bytes) -> Mapping[str, str]:
    """Give the part of each sheet by the sheet's name; none where the file lists none."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if not {_BOOK, _RELATIONS} <= set(packed.namelist()):
            return {}
        relations = _elements(packed.read(_RELATIONS), "Relationship")
        sheets = _elements(packed.read(_BOOK), "sheet")
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations}
    return {one.get("name", ""): _part(targets.get(_relation(one), "")) for one in sheets}


def _elements(xml: bytes, wanted: str) -> list[dict[str, str]]:
    """Give what the elements of one kind say."""
    found: list[dict[str, str]] = []

    def opened(name: str, facts: dict[str, str]) -> None:
        if name.rpartition(":")[2] == wanted:
            found.append(facts)

    parser = expat.ParserCreate()
    parser.StartElementHandler = opened
    parser.Parse(xml, True)  # noqa: FBT003 - expat takes it by place only
    return found


def _relation(sheet: Mapping[str, str]) -> str:
    return next((value for name, value in sheet.items() if name.endswith(":id")), "")


def _part(target: str) -> str:
    """Write where a part is as the zip names it: from the root, or from beside the book."""
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
