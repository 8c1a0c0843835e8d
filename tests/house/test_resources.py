"""What is bundled from elsewhere brings its licence with it."""

from pathlib import Path

from tests.house.tree import ROOT, files, short

FONTS = {".ttf", ".otf", ".woff", ".woff2"}


def _has_licence(folder: Path) -> bool:
    return any(
        path.name.upper().startswith(("OFL", "LICENSE", "LICENCE")) for path in folder.iterdir()
    )


def test_every_bundled_font_has_its_licence_beside_it() -> None:
    bare = [
        short(path)
        for path in files()
        if path.suffix.lower() in FONTS
        and not (_has_licence(path.parent) or _has_licence(path.parent.parent))
    ]
    assert not bare


def test_the_project_has_its_own_licence() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
