"""The stores that every history of the exchange begins with, made once."""

import pytest

from tests.exchange.prepared import Templates, prepared


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """A panel with four people and five leads, who all took their first pack."""
    return prepared(tmp_path_factory.mktemp("exchange"))
