"""A checker for tagged PDF: finds what PDF/UA-1 (ISO 14289-1) forbids and our engine could do.

It reads files with pikepdf only. It does not replace a validator or a person with a screen reader.
`faults` returns one sentence per finding; no finding, no fault known.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name

_SHOWS = {"Tj", "TJ", "'", '"'}
_PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI", "EI"}
_CHILDREN = {
    "Document": {"Div", "H1", "H2", "H3", "H4", "P", "L", "Table", "Figure", "TOC"},
    "Div": {"H1", "H2", "H3", "H4", "P", "L", "Table", "Figure"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI"},
    "TOCI": {"Reference"},
    "Reference": {"Link"},
    "TH": {"P", "L", "Figure"},
    "TD": {"P", "L", "Figure"},
    "LBody": {"P", "L"},
}
_HOLDERS = {"Document", "Div", "Table", "TR", "L", "LI", "TOC", "TOCI", "Reference"}
_NEEDS_CHILDREN = {"Document", "Div", "Table", "TR", "L", "LI", "TOC", "TOCI", "Reference"}


@dataclass
class _Tree:
    """What the structure tree says: which content belongs where, in reading order."""

    owned: dict[tuple[tuple[int, int], int], tuple[int, int]] = field(default_factory=dict)
    order: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    links: set[tuple[int, int]] = field(default_factory=set)
    last_heading: int = 0


def faults(data: bytes, password: str = "") -> list[str]:
    """Everything found wrong, in the order it was found."""
    with pikepdf.open(io.BytesIO(data), password=password) as pdf:
        found = [*_catalog(pdf)]
        if "/StructTreeRoot" not in pdf.Root:
            return [*found, "no structure tree"]
        tree = _Tree()
        parents = _parent_tree(pdf)
        for top in pdf.Root.StructTreeRoot.K:
            found += _element(top, tree, None)
        for number, page in enumerate(pdf.pages, 1):
            found += [f"page {number}: {fault}" for fault in _page(page, tree, parents)]
        return found


def _catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not _entry(root, "/MarkInfo", "/Marked"):
        yield "not marked as tagged"
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not _entry(root, "/ViewerPreferences", "/DisplayDocTitle"):
        yield "the title is not shown"
    metadata = root.get("/Metadata")
    packet = metadata.read_bytes().decode() if metadata is not None else ""
    if "<pdfuaid:part>1<" not in packet:
        yield "not declared as PDF/UA-1"
    title = re.search(r"<dc:title>.*?<rdf:li[^>]*>(.+?)</rdf:li>", packet, re.DOTALL)
    if title is None or not title[1].strip():
        yield "no title in the metadata"
    yield from _fonts(pdf)


def _entry(root: pikepdf.Object, name: str, key: str) -> bool:
    found = root.get(name)
    return found is not None and bool(found.get(key))


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.Font:
            name = str(thing.get("/BaseFont", ""))
            descriptor = thing.get("/FontDescriptor")
            if descriptor is None or "/FontFile2" not in descriptor:
                yield f"font {name} is not embedded"
            if "/ToUnicode" not in thing:
                yield f"font {name} cannot be read as text"


def _parent_tree(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _elements(element: pikepdf.Object) -> list[pikepdf.Object]:
    return [kid for kid in _kids(element) if isinstance(kid, Dictionary) and "/S" in kid]


def _element(element: pikepdf.Object, tree: _Tree, page: pikepdf.Object | None) -> Iterator[str]:
    kind = str(element.S)[1:]
    page = element.get("/Pg", page)
    yield from _shape(element, kind)
    yield from _heading(kind, tree)
    links = 0
    for kid in _kids(element):
        if not isinstance(kid, Dictionary):
            yield from _own(tree, page, int(kid), element, kind)
        elif kid.get("/Type") == Name.MCR:
            yield from _own(tree, kid.get("/Pg", page), int(kid.MCID), element, kind)
        elif kid.get("/Type") == Name.OBJR:
            links += 1
            tree.links.add(kid.Obj.objgen)
        else:
            if kid.P.objgen != element.objgen:
                yield f"{kind}: a child names another parent"
            yield from _element(kid, tree, page)
    if kind == "Link" and not links:
        yield "a Link leads nowhere"


def _own(
    tree: _Tree, page: pikepdf.Object | None, number: int, element: pikepdf.Object, kind: str
) -> Iterator[str]:
    if page is None:
        yield f"{kind}: content on no page"
        return
    if kind in _HOLDERS:
        yield f"{kind}: holds content itself"
    if (page.objgen, number) in tree.owned:
        yield f"{kind}: content that belongs to another element too"
    tree.owned[page.objgen, number] = element.objgen
    order = tree.order.setdefault(page.objgen, [])
    if order and number < order[-1]:
        yield f"{kind}: read out of order"
    order.append(number)


def _shape(element: pikepdf.Object, kind: str) -> Iterator[str]:
    """What an element must have, and which children it may have."""
    children = [str(kid.S)[1:] for kid in _elements(element)]
    allowed = _CHILDREN.get(kind, {"Link", "Span"})
    for child in sorted(set(children) - allowed):
        yield f"{kind}: has a {child} as child"
    if kind in _NEEDS_CHILDREN and not children:
        yield f"{kind}: is empty"
    attributes = element.get("/A", Dictionary())
    if kind == "Figure" and not str(element.get("/Alt", "")).strip():
        yield "Figure: no alternative text"
    if kind == "Figure" and "/BBox" not in attributes:
        yield "Figure: no bounding box"
    if kind == "TH" and "/Scope" not in attributes:
        yield "TH: no scope"
    if kind == "LI" and children and children != ["Lbl", "LBody"]:
        yield f"LI: made of {children}"
    if kind == "Table":
        yield from _table(element)


def _table(element: pikepdf.Object) -> Iterator[str]:
    rows = [_elements(row) for row in _elements(element)]
    if len({len(row) for row in rows}) > 1:
        yield "Table: rows of different lengths"
    if rows and not all(cell.S == Name.TH for cell in rows[0]):
        yield "Table: no header row"


def _heading(kind: str, tree: _Tree) -> Iterator[str]:
    if (found := re.fullmatch("H([1-6])", kind)) is None:
        return
    level = int(found[1])
    if level > tree.last_heading + 1:
        yield f"heading jumps from {tree.last_heading} to {level}"
    tree.last_heading = level


def _page(page: pikepdf.Page, tree: _Tree, parents: dict[int, pikepdf.Object]) -> Iterator[str]:
    if "/StructParents" not in page.obj:
        yield "not in the parent tree"
        return
    if page.obj.get("/Tabs") != Name.S:
        yield "Tab does not follow the structure"
    marked = parents.get(int(page.obj.StructParents))
    seen: set[int] = set()
    yield from _stream(page, tree, marked, seen)
    for key, number in tree.owned:
        if key == page.obj.objgen and number not in seen:
            yield f"content {number} of the tree is not on the page"
    yield from _links(page, tree, parents)


def _stream(
    page: pikepdf.Page, tree: _Tree, marked: pikepdf.Object | None, seen: set[int]
) -> Iterator[str]:
    open_: list[str] = []
    at_text = 0
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        if name in {"BDC", "BMC"}:
            yield from _begin(page, tree, marked, seen, open_, list(instruction.operands))
        elif name == "EMC":
            yield from _end(open_)
        elif name == "BT":
            at_text = len(open_)
        elif name == "ET" and at_text != len(open_):
            yield "content crosses the end of a text"
        elif name in _SHOWS | _PAINTS and not {"content", "artefact"} & set(open_):
            yield f"{name} outside content and decoration"
    if open_:
        yield "content is left open"


def _end(open_: list[str]) -> Iterator[str]:
    if open_:
        open_.pop()
    else:
        yield "closes content that is not open"


def _begin(
    page: pikepdf.Page,
    tree: _Tree,
    marked: pikepdf.Object | None,
    seen: set[int],
    open_: list[str],
    operands: list[pikepdf.Object],
) -> Iterator[str]:
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, Dictionary) and "/MCID" in properties:
        number = int(properties.MCID)
        if {"content", "artefact"} & set(open_):
            yield f"content {number} inside other content or decoration"
        if number in seen:
            yield f"content {number} stands twice"
        seen.add(number)
        owner = tree.owned.get((page.obj.objgen, number))
        if owner is None:
            yield f"content {number} belongs to nothing"
        if marked is None or number >= len(marked) or marked[number].objgen != owner:
            yield f"content {number} is wrong in the parent tree"
        open_.append("content")
    elif operands and str(operands[0]) == "/Artifact":
        if "content" in open_:
            yield "decoration inside content"
        open_.append("artefact")
    else:
        open_.append("other")


def _links(page: pikepdf.Page, tree: _Tree, parents: dict[int, pikepdf.Object]) -> Iterator[str]:
    for annotation in page.obj.get("/Annots", []):
        if not str(annotation.get("/Contents", "")).strip():
            yield "a link without words"
        if annotation.objgen not in tree.links:
            yield "a link that belongs to no element"
        place = annotation.get("/StructParent")
        owner = parents.get(int(place)) if place is not None else None
        if owner is None or owner.get("/S") != Name.Link:
            yield "a link that is not in the parent tree"
        if "/Dest" not in annotation:
            yield "a link without a target"
