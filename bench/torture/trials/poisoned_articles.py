"""Put poison into articles: what means harm or sells is kept out, and what is honest is not."""

import tempfile
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.torture.trial import Budget, Findings
from corpus.checks import check_corpus
from corpus.loader import load_corpus
from corpus.problems import Severity
from tests.unit.corpus.poison import Attack, attacks
from tests.unit.corpus.tiny_corpus import TinyCorpus, write_tiny_corpus

_SLY = "later"
"""Written by somebody who tried to slip past the rules: how many are found is told, and none is a loss."""
_MOST_FALSE = 0.02
_DAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class PoisonedArticles:
    """Every attack of the list keeps the corpus out; at most 2 % of the real articles would be kept out too."""

    name: str = "poisoned-articles"
    breaks: str = "articles and sources: hidden characters, vendors, prompts, mentions, look-alikes, doses, harm"
    unit: str = "attacks"
    full_s: float = 30
    short_s: float = 15
    least: int = 50

    def run(self, seed: int, budget: Budget) -> Findings:
        """Try each attack of the list once, whatever the seed and the budget."""
        found, sly = Findings(), Counter[bool]()
        kinds: Counter[str] = Counter()
        for attack in attacks():
            stopped = _is_stopped(attack)
            if attack.kind == _SLY:
                sly[stopped] += 1
                continue
            found.tried += 1
            kinds[attack.kind] += 1
            found.check(stopped, f"{attack.kind}: {attack.text!r} was taken")
        found.notes.append(", ".join(f"{kind} {count}" for kind, count in kinds.items()))
        found.notes.append(
            f"of {sly.total()} attacks in sly prose, written against the rules, {sly[False]} pass: no rule reads "
            "meaning, and what moderators add is shown as unreviewed"
        )
        kept_out, articles = _false_alarms()
        found.notes.append(f"{kept_out} of {articles} real articles are kept out ({kept_out / articles:.1%})")
        found.check(kept_out <= _MOST_FALSE * articles, f"{kept_out} of {articles} honest articles are kept out")
        return found


def _is_stopped(attack: Attack) -> bool:
    with tempfile.TemporaryDirectory(prefix="torture-poison-") as folder:
        tiny: TinyCorpus = write_tiny_corpus(Path(folder, "corpus"))
        attack.plant(tiny)
        return bool(attack.stopped_by(tiny))


def _false_alarms() -> tuple[int, int]:
    loaded = load_corpus()
    problems = check_corpus(loaded, _DAY)
    bad = {one.path for one in problems if one.severity in (Severity.INVALID, Severity.ERROR)}
    return sum(file.path in bad for file in loaded.files), len(loaded.files)


TRIALS = (PoisonedArticles(),)
