"""The structure of a tagged paper: what is a heading, a list, a table, and in which order.

ReportLab writes pages; it has no notion of structure. The tree here is written beside the pages
as PDF objects (ISO 32000-1, 14.7) so that the file meets PDF/UA-1 (ISO 14289-1).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfdoc

# Pages take the places from 0 in the parent tree, links those from here: more pages than any
# paper has, so that a link can be numbered before the pages are counted.
_FIRST_LINK = 1_000_000


def utf16(text: str) -> bytes:
    """A PDF text string in hexadecimal UTF-16: safe whatever the text holds."""
    return b"<" + ("\ufeff" + text).encode("utf-16-be").hex().upper().encode() + b">"


class _Written(pdfdoc.PDFObject):
    """A PDF object that is written by a function when the file is saved."""

    __RefOnly__ = 1

    def __init__(self, write: Callable[[], bytes]) -> None:
        self._write = write

    def format(self, _document: object) -> bytes:
        return self._write()


@dataclass(slots=True)
class Content:
    """Marked content of a page that belongs to an element."""

    page: int
    number: int


@dataclass(slots=True)
class Annotation:
    """A link of a page that belongs to an element; `number` is its PDF object."""

    page: int
    number: int


class Element:
    """One node of the structure tree; made by `Structure.element` only."""

    __slots__ = ("alternative", "attributes", "kids", "kind", "number", "page", "parent")

    def __init__(
        self, kind: str, parent: "Element | None", attributes: str = "", alternative: str = ""
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.attributes = attributes
        self.alternative = alternative
        self.kids: list[Element | Content | Annotation] = []
        self.page = 0  # the page its first content is on; the others name theirs
        self.number = 0
        if parent is not None:
            parent.kids.append(self)


class Structure:
    """The structure tree while a paper is drawn, and its form in the file.

    Args:
        document: ReportLab's PDFDocument; objects are numbered in it as they come.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        self._count = 0
        self._pages: list[list[Element]] = []
        self._marked: list[Element] = []
        self._links: list[Element] = []
        self._silent = 0
        self._root_name, self._root_number = self._register(self._root)
        self._parents_number = 0
        self.top = self._numbered(Element("Document", None))
        self._open = [self.top]

    @property
    def current(self) -> Element:
        """The element that new ones are put under."""
        return self._open[-1]

    @property
    def is_silent(self) -> bool:
        """Whether what is drawn now is decoration only."""
        return self._silent > 0

    def element(self, kind: str, attributes: str = "", alternative: str = "") -> Element:
        """Put a new element under the current one; `attributes` is the inside of a PDF /A."""
        return self._numbered(Element(kind, self._open[-1], attributes, alternative))

    @contextmanager
    def within(self, element: Element) -> Iterator[Element]:
        """New elements go under `element` for a while."""
        self._open.append(element)
        try:
            yield element
        finally:
            self._open.pop()

    @contextmanager
    def silence(self) -> Iterator[None]:
        """What is drawn meanwhile belongs to no element: the repeated header of a table."""
        self._silent += 1
        try:
            yield
        finally:
            self._silent -= 1

    def mark(self, element: Element, page: int) -> int:
        """Number a piece of content on the current page as belonging to `element`."""
        number = len(self._marked)
        self._marked.append(element)
        element.page = element.page or page
        element.kids.append(Content(page, number))
        return number

    def link(self, element: Element, page: int, annotation: int) -> int:
        """Tie a link to its element; returns the link's place in the parent tree."""
        self._links.append(element)
        element.page = element.page or page
        element.kids.append(Annotation(page, annotation))
        return _FIRST_LINK + len(self._links) - 1

    def end_page(self) -> int:
        """Close the books of a page; returns its place in the parent tree."""
        self._pages.append(self._marked)
        self._marked = []
        return len(self._pages) - 1

    def close(self) -> None:
        """Hang the tree in the file; call once, before saving."""
        _, self._parents_number = self._register(self._parents)
        catalog = self._document.Catalog
        catalog.StructTreeRoot = pdfdoc.PDFObjectReference(self._root_name)
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def _numbered(self, element: Element) -> Element:
        _, element.number = self._register(lambda: self._write(element))
        return element

    def _register(self, write: Callable[[], bytes]) -> tuple[str, int]:
        self._count += 1
        name = f"Structure{self._count}"
        self._document.Reference(_Written(write), name)
        return name, self._document.idToObjectNumberAndVersion[name][0]

    def _page_number(self, page: int) -> int:
        number: int = self._document.idToObjectNumberAndVersion[f"Page{page}"][0]
        return number

    def _write(self, element: Element) -> bytes:
        parent = element.parent.number if element.parent else self._root_number
        parts = [f"<</Type/StructElem/S/{element.kind}/P {parent} 0 R".encode()]
        if element.page:
            parts.append(f"/Pg {self._page_number(element.page)} 0 R".encode())
        if element.kids:
            kids = " ".join([self._kid(kid, element.page) for kid in element.kids])
            parts.append(f"/K[{kids}]".encode())
        if element.attributes:
            parts.append(f"/A<<{element.attributes}>>".encode())
        if element.alternative:
            parts.append(b"/Alt" + utf16(element.alternative))
        return b"".join(parts) + b">>\n"

    def _kid(self, kid: "Element | Content | Annotation", page: int) -> str:
        if isinstance(kid, Element):
            return f"{kid.number} 0 R"
        if isinstance(kid, Annotation):
            return f"<</Type/OBJR/Pg {self._page_number(kid.page)} 0 R/Obj {kid.number} 0 R>>"
        if kid.page == page:
            return str(kid.number)
        return f"<</Type/MCR/Pg {self._page_number(kid.page)} 0 R/MCID {kid.number}>>"

    def _root(self) -> bytes:
        following = _FIRST_LINK + len(self._links)
        return (
            f"<</Type/StructTreeRoot/K[{self.top.number} 0 R]"
            f"/ParentTree {self._parents_number} 0 R/ParentTreeNextKey {following}>>\n"
        ).encode()

    def _parents(self) -> bytes:
        pages = (
            f"{place}[{' '.join([f'{element.number} 0 R' for element in marked])}]"
            for place, marked in enumerate(self._pages)
        )
        links = (
            f"{_FIRST_LINK + place} {element.number} 0 R"
            for place, element in enumerate(self._links)
        )
        return ("<</Nums[" + "\n".join([*pages, *links]) + "]>>\n").encode()
