"""What is sealed opens for whom it is for, and a file nobody can open keeps nobody waiting."""

import io

import pytest

from coordinator.domain.errors import SealForOthersError
from coordinator.domain.exchange.manifests import MAX_RECIPIENTS
from coordinator.vault.sealing import new_sealing_key, recipient_of, seal, unsealed


def sealed(*keys: str) -> bytes:
    out = io.BytesIO()
    seal(io.BytesIO(b"a plan"), out, [recipient_of(one) for one in keys])
    return out.getvalue()


def test_as_many_as_a_pack_may_be_for_can_open_it() -> None:
    keys = [new_sealing_key() for _place in range(MAX_RECIPIENTS)]
    with unsealed(io.BytesIO(sealed(*keys)), keys[-1:]) as inside:
        assert inside.read(100) == b"a plan"


def test_a_header_without_end_is_given_up_early() -> None:
    """Each further line of it would take longer to read than all before it."""
    head, end, rest = sealed(new_sealing_key()).partition(b"\n---")
    lines = head[head.index(b"\n->") :]
    source = io.BytesIO(head + lines * 2_000 + end + rest)

    with (
        pytest.raises(SealForOthersError),
        unsealed(source, [new_sealing_key()]) as inside,
    ):
        inside.read(1)
    assert source.tell() < 100_000
