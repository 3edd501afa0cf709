"""Poisoned articles are kept out: each attack of the list stops a reload, and honest articles pass."""

import pytest

from tests.unit.corpus.poison import Attack, attacks
from tests.unit.corpus.tiny_corpus import TinyCorpus

KNOWN = [attack for attack in attacks() if attack.kind != "later"]
LATER = [attack for attack in attacks() if attack.kind == "later"]
FOUND_LATER = 24
"""How many of the sly ones are found today; may only rise. The rest are why an added article is shown as unreviewed."""


@pytest.mark.parametrize("attack", [pytest.param(one, id=f"{one.kind}-{ascii(one.text)[:40]}") for one in KNOWN])
def test_attack_is_stopped(tiny: TinyCorpus, attack: Attack) -> None:
    attack.plant(tiny)
    assert attack.stopped_by(tiny)


def test_no_fewer_sly_attacks_are_stopped_than_before(tiny: TinyCorpus) -> None:
    clean = {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()}
    stopped = 0
    for attack in LATER:
        attack.plant(tiny)
        stopped += bool(attack.stopped_by(tiny))
        for path, content in clean.items():
            path.write_bytes(content)
    assert stopped >= FOUND_LATER, f"{stopped} of {len(LATER)}"
