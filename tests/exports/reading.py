"""Papers read back: their words, their boxes, and every string anywhere in the file.

Pages are read by pdfium, and by poppler as well where it is installed.
"""

import ctypes
import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from zipfile import ZipFile, is_zipfile

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # ships no types
from pypdfium2 import raw


def words(data: bytes, password: str = "") -> str:
    """The text of all pages, blanks and line ends as one blank."""
    return " ".join(" ".join(pages(data, password)).split())


def pages(data: bytes, password: str = "") -> list[str]:
    document = pypdfium2.PdfDocument(data, password=password or None)
    try:
        return [_text_of(document[index]) for index in range(len(document))]
    finally:
        document.close()


def _text_of(page: pypdfium2.PdfPage) -> str:
    text_page = page.get_textpage()
    try:
        text = str(text_page.get_text_range())
        if _MARKED in text and text.count(_MARKED) == _hyphens(text_page):
            return text.replace(_MARKED, "-")
        return text
    finally:
        text_page.close()


_MARKED = "\ufffe"
"""What this reader gives for a hyphen that ends a line: the word goes on."""


def _hyphens(text_page: pypdfium2.PdfTextPage) -> int:
    places = range(text_page.count_chars())
    return sum(raw.FPDFText_IsHyphen(text_page, place) == 1 for place in places)


def boxes(data: bytes) -> Iterator[tuple[tuple[float, float], tuple[float, float, float, float]]]:
    """Page size, and left, bottom, right, top of each letter that leaves a mark."""
    document = pypdfium2.PdfDocument(data)
    try:
        for index in range(len(document)):
            yield from _letters(document[index])
    finally:
        document.close()


def _letters(
    page: pypdfium2.PdfPage,
) -> Iterator[tuple[tuple[float, float], tuple[float, float, float, float]]]:
    text_page = page.get_textpage()
    size = page.get_size()
    edges = [ctypes.c_double() for _ in range(4)]
    for place in range(text_page.count_chars()):
        if chr(raw.FPDFText_GetUnicode(text_page, place)).isspace():
            continue
        if raw.FPDFText_GetCharBox(text_page, place, *edges):
            left, right, bottom, top = (edge.value for edge in edges)
            yield size, (left, bottom, right, top)
    text_page.close()


def by_poppler(data: bytes, password: str = "") -> str:
    """The text of all pages as poppler reads it; nothing where it is not installed."""
    program = shutil.which("pdftotext")
    if program is None:
        return ""
    opened = ["-upw", password] if password else []
    done = subprocess.run(
        [program, *opened, "-", "-"], input=data, capture_output=True, check=True
    )
    return " ".join(done.stdout.decode().split())


def everything(data: bytes, password: str = "") -> str:
    """All text and every string, name and key of every object, in the streams of pages, too.

    Alternatives, titles, bookmarks, what links lead to, metadata and what a page says in another
    way than it shows.
    """
    found = [words(data, password), by_poppler(data, password)]
    with pikepdf.open(io.BytesIO(data), password=password) as pdf:
        for thing in pdf.objects:
            found += _strings(thing)
        for page in pdf.pages:
            found += _said_instead(page)
        found += [str(value) for value in pdf.docinfo.values()]
    return " ".join(" ".join(found).split())


def everything_in(data: bytes) -> str:
    """The same of a file of another kind: office documents, an e-mail, anything that is text."""
    if is_zipfile(io.BytesIO(data)):
        with ZipFile(io.BytesIO(data)) as file:
            parts = [file.read(one).decode("utf-8", "replace") for one in file.namelist()]
        raw = " ".join([*file.namelist(), *parts])
        return f"{raw} {re.sub('<[^>]*>', '', raw)}"  # what several runs of letters make together
    if re.match(rb"(?:[A-Za-z-]+: .*\r\n(?:[ \t].*\r\n)*)+\r\n", data):
        mail = message_from_bytes(data, policy=default)
        parts = [str(value) for one in mail.walk() for value in one.values()]
        texts = [one for one in mail.walk() if one.get_content_maintype() == "text"]
        return " ".join([*parts, *(str(one.get_content()) for one in texts)])
    unfolded = data.decode("utf-8").replace("\r\n ", "")
    return " ".join(unfolded.split())


def _strings(thing: pikepdf.Object) -> Iterator[str]:
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.String | pikepdf.Name):
            yield str(one)
        elif isinstance(one, pikepdf.Array):
            waiting += [kid for kid in one if _is_own(kid)]
        elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield from one.keys()
            waiting += [kid for kid in one.values() if _is_own(kid)]
            if isinstance(one, pikepdf.Stream) and one.get("/Type") == pikepdf.Name.Metadata:
                yield one.read_bytes().decode("utf-8")


def _said_instead(page: pikepdf.Page) -> Iterator[str]:
    """What stands in the stream of a page and is not drawn: text to read instead, names."""
    for instruction in pikepdf.parse_content_stream(page, "BDC DP"):
        for operand in instruction.operands:
            yield from _strings(operand)


def _is_own(kid: object) -> bool:
    return isinstance(kid, pikepdf.Object) and not kid.is_indirect


def outline(data: bytes) -> list[tuple[int, str]]:
    """The side bar: level and title of each entry."""
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as tree:
        return list(_entries(tree.root, 0))


def _entries(items: list[pikepdf.OutlineItem], level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, item.title
        yield from _entries(item.children, level + 1)


def kinds(data: bytes) -> list[str]:
    """The kind of every structure element, in reading order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [kind for top in pdf.Root.StructTreeRoot.K for kind in _kinds(top)]


def _kinds(element: pikepdf.Object) -> Iterator[str]:
    yield str(element.S)[1:]
    for kid in element.get("/K", pikepdf.Array()):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _kinds(kid)


def without_number(text: str) -> str:
    """Leave out the number that each copy has of its own."""
    return re.sub(r"Copy D\d\d-\d{4}", "Copy", text)


def filled(data: bytes) -> list[float]:
    """How far down each page goes, header and footer left out: 0 to 1."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_filled(document[at]) for at in range(len(document))]
    finally:
        document.close()


def _filled(page: pypdfium2.PdfPage) -> float:
    letters = list(_letters(page))
    (_width, height), _box = letters[0]
    body = [low for _size, (_left, low, _right, _top) in letters if _FOOT < low < height - _HEAD]
    return (height - _HEAD - min(body)) / (height - _HEAD - _FOOT) if body else 0.0


_HEAD, _FOOT = 48.0, 52.0
