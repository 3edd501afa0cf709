"""What is learned from one small made-up corpus: python -m tests.golden.what_is_learned writes it anew.

It is kept in `what_is_learned.json` with the version of the training that learned it.
"""

import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from corpus.loader import load_corpus
from corpus.models import LabelledQuestion, TriagePhrase
from corpus.triage_phrases import CRISIS_KINDS, ORDINARY_KINDS, REFUSAL_KINDS
from index import artifact
from index.builder import build_index
from index.phrase_net import PHRASE_NET
from index.training import TRAINING_VERSION
from tests.fakes import HashingEmbedder
from tests.small_corpus import write_small_corpus

GOLDEN = Path(__file__).with_suffix(".json")
_WORDS = "weather cat train novel soup river paint guitar planet shoe window garden letter market cloud stone".split()


def learn_now() -> dict[str, Any]:
    """Return the calibration and the terms of the net that this program learns."""
    chance = random.Random(11)
    with tempfile.TemporaryDirectory() as place:
        corpus = load_corpus(write_small_corpus(Path(place) / "corpus")).corpus
        questions = []
        for number in range(240):
            passage = corpus.passages[number % len(corpus.passages)]
            known = number % 3 > 0
            words = chance.sample(passage.text.split(), 3 if known else 1) + chance.sample(_WORDS, 2 if known else 4)
            questions.append(LabelledQuestion(" ".join(words), (passage.id,) if known else ()))
        phrases = [
            TriagePhrase(f"{kind} {chance.choice(_WORDS)} {chance.choice(_WORDS)} {number}", kind)
            for kind in (*CRISIS_KINDS, *REFUSAL_KINDS, ORDINARY_KINDS[0])
            for number in range(42)
        ]
        build = build_index(
            corpus, HashingEmbedder(), Path(place) / "index", questions=questions, phrases=phrases
        ).build
        return {
            "calibration": json.loads((build / artifact.CALIBRATION).read_bytes()),
            "net": json.loads((build / PHRASE_NET).read_bytes()),
        }


def differs(found: Any, golden: Any) -> bool:
    """Tell whether two values differ by more than the rounding of other processors and libraries."""
    if isinstance(golden, dict):
        return found.keys() != golden.keys() or any(differs(found[key], golden[key]) for key in golden)
    if isinstance(golden, list):
        return len(found) != len(golden) or any(map(differs, found, golden))
    if isinstance(golden, float):
        return bool(found != pytest.approx(golden, rel=0.02, abs=0.01))
    return bool(found != golden)


def read_golden() -> dict[str, Any]:
    """Return what was written: `training_version`, and `learned`."""
    return dict(json.loads(GOLDEN.read_text("utf-8")))


def main() -> None:
    learned = learn_now()
    if GOLDEN.is_file():
        golden = read_golden()
        if golden["training_version"] == TRAINING_VERSION and differs(learned, golden["learned"]):
            sys.exit("what is learned has changed: raise TRAINING_VERSION in index/training.py first")
    content = {"training_version": TRAINING_VERSION, "learned": learned}
    GOLDEN.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
