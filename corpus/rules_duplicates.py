"""The rule against saying the same thing twice: the second copy is forgotten when the first is corrected."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from corpus.codes import NEAR_DUPLICATE
from corpus.loader import LoadedCorpus
from corpus.problems import Problem

SHINGLE_WORDS = 5
MIN_SIMILARITY = 0.5

_WORD = re.compile(r"[\w'’]+")


def near_duplicates(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No two passages of articles share half of their runs of five words (Jaccard similarity).

    An index from run to passages finds the pairs that share any, so that the time grows with the text, not its square.
    """
    places = [(file, section) for file in loaded.files for section in file.sections]
    runs = [_runs(" ".join(line.text for line in section.lines)) for _, section in places]
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, own in enumerate(runs):
        for run in own:
            index[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in index.values():
        shared.update((first, second) for at, second in enumerate(numbers) for first in numbers[:at])
    for (first, second), common in sorted(shared.items()):
        similarity = common / (len(runs[first]) + len(runs[second]) - common)
        if similarity >= MIN_SIMILARITY:
            file, section = places[first]
            copy, copied = places[second]
            message = f"{similarity:.0%} of the wording also stands in {file.path.name}:{section.line}"
            yield NEAR_DUPLICATE.at(copy.path, copied.line, message)


def _runs(text: str) -> set[tuple[str, ...]]:
    """Return the runs of five words of a text; the whole text where it is shorter."""
    words = _WORD.findall(text.lower())
    starts = range(max(1, len(words) - SHINGLE_WORDS + 1))
    return {tuple(words[start : start + SHINGLE_WORDS]) for start in starts}


RULES = (near_duplicates,)
