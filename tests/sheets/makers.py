"""Spreadsheets of every kind, made on the spot as other agencies' programs would make them."""

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import openpyxl
import xlwt

Rows = Sequence[Sequence[object]]

_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>"
)
_ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"
ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"


def xlsx(path: Path, rows: Rows, *, hidden: Rows = ()) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "People"
    for row in rows:
        sheet.append(list(row))
    if hidden:
        other = book.create_sheet("Lookups")
        other.sheet_state = "hidden"
        for row in hidden:
            other.append(list(row))
    book.save(path)
    return path


def xls(path: Path, rows: Rows) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("People")
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write(at, place, cell, day)
            else:
                sheet.write(at, place, cell)
    book.save(str(path))
    return path


def ods(path: Path, rows: Rows) -> Path:
    lines = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows
    )
    empty = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    return raw_ods(path, f'<table:table table:name="People">{lines}{empty}</table:table>')


def raw_ods(path: Path, tables: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", ODS_KIND)
        packed.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest'
            ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_KIND}"/>'
            "</manifest:manifest>",
        )
        packed.writestr("content.xml", _ODS_HEAD + tables + _ODS_TAIL)
    return path


def _ods_cell(cell: object) -> str:
    if cell in {None, ""}:
        return "<table:table-cell/>"
    if isinstance(cell, date):
        facts = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, int | float):
        facts = f'office:value-type="float" office:value={quoteattr(str(cell))}'
    else:
        facts = 'office:value-type="string"'
    return f"<table:table-cell {facts}><text:p>{escape(str(cell))}</text:p></table:table-cell>"


def delimited(
    path: Path, rows: Rows, *, separator: str = ",", encoding: str = "utf-8", ends: str = "\r\n"
) -> Path:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator=ends)
    writer.writerows(
        [
            [cell.strftime("%d/%m/%Y") if isinstance(cell, date) else cell for cell in r]
            for r in rows
        ]
    )
    path.write_bytes(out.getvalue().encode(encoding))
    return path
