"""Where bundled files are, in a checkout, an installation and the packaged program alike.

`resources/` stands beside the package in a checkout and in the packaged program; an installation
carries it inside the package. Read-only: nothing is ever written there.
"""

from functools import cache
from pathlib import Path

import coordinator

_PACKAGE = Path(coordinator.__file__).resolve().parent


@cache
def folder() -> Path:
    """Find the folder of bundled files.

    Raises:
        FileNotFoundError: The installation is not whole; a fault of ours, not the person's.
    """
    for place in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if (place / "reference").is_dir():
            return place
    raise FileNotFoundError("resources")


def resource(*parts: str) -> Path:
    """Name one bundled file or folder: `resource("reference", "places.toml")`."""
    return folder().joinpath(*parts)
