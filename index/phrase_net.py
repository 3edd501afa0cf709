"""The second net of triage: how near a message is to example phrases of emergencies and of what the bot refuses.

Two logistic models, one over the sentence vector and one over words and pairs of words, each give a probability for
every kind of message; the net takes the mean of both. The first knows what is meant, the second how it is worded, so
that what one overlooks the other may see. Both are learned at each rebuild (see `phrase_training`) and saved with the
build as plain arrays. Here they are only applied.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict

from index.arrays import load_array
from index.embedder import Embedder, Vectors
from index.errors import IndexCorruptError
from index.models import PhraseReading
from index.snapshot import dump_json

PHRASE_NET = "phrase_net.json"
DENSE_WEIGHTS = "phrase_net_vectors.npy"
WORD_WEIGHTS = "phrase_net_words.npy"
ORDINARY = "ordinary"
BUCKETS = 2**15
"""Words and pairs of words are counted by hash in this many buckets, so that no list of them has to be kept."""

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"['’‘`´ʼ]")
_SENTENCE_END = re.compile(r"[.?!;\n]+")
_WORDS_AT_ONCE = 30
_MOST_PARTS = 24

Weights = npt.NDArray[np.float32]


class Thresholds(BaseModel):
    """From which probability on the net speaks up, for one family of kinds.

    Attributes:
        notice: a question for which a help line is worth showing.
        alone: a message of this family, though no rule knows it.
        sure: the same where a rule has seen the words and took them for a question, or where it is a part of a text.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    notice: float
    alone: float
    sure: float


class NetTerms(BaseModel):
    """What belongs to the weights: kinds in the order of their columns, thresholds, and how well the net was found."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: tuple[str, ...]
    crisis_kinds: tuple[str, ...]
    crisis: Thresholds
    refusal: Thresholds
    quality: dict[str, float] = {}


@dataclass(frozen=True)
class PhraseWeights:
    """The two models.

    `dense` is (dim + 1, kinds), `words` is (BUCKETS + 1, kinds): the last row of either is the bias. `rarity` is
    (BUCKETS,) and weighs each bucket.
    """

    dense: Weights
    words: Weights
    rarity: Weights

    def probabilities(self, texts: Sequence[str], vectors: Vectors) -> npt.NDArray[np.float64]:
        """Return (n, kinds) probabilities of one or more texts and their (n, dim) unit vectors; each row sums to 1."""
        meant = vectors @ self.dense[:-1] + self.dense[-1]
        return mean_of_models(meant, np.stack([self._word_logits(text) for text in texts]))

    def _word_logits(self, text: str) -> Weights:
        buckets, values = word_features(text, self.rarity)
        logits: Weights = values @ self.words[buckets] + self.words[-1]
        return logits


@dataclass(frozen=True)
class LearnedNet:
    """The models of a net and their terms, as they are kept in a build."""

    weights: PhraseWeights
    terms: NetTerms


@dataclass(frozen=True)
class PhraseNet:
    """The net of one build, with what encodes a message."""

    learned: LearnedNet
    embedder: Embedder

    def read(self, text: str) -> PhraseReading:
        """Return what a message comes nearest to. A long one is read whole and in parts."""
        parts = split_parts(text)
        texts = [text, *parts]
        vectors = self.embedder.encode_queries(texts)
        found = self.learned.weights.probabilities(texts, vectors)
        whole = PhraseReading()
        for row, probabilities in enumerate(found):
            whole = _more_urgent(whole, self._judge(probabilities, is_part=row > 0))
        return whole

    def _judge(self, probabilities: npt.NDArray[np.float64], *, is_part: bool) -> PhraseReading:
        terms = self.learned.terms
        danger = [kind in terms.crisis_kinds for kind in terms.kinds]
        refused = [kind not in terms.crisis_kinds and kind != ORDINARY for kind in terms.kinds]
        crisis, refusal = float(probabilities[danger].sum()), float(probabilities[refused].sum())
        return PhraseReading(
            crisis=_likeliest(terms.kinds, probabilities, danger)
            if crisis >= (terms.crisis.sure if is_part else terms.crisis.alone)
            else "",
            crisis_is_sure=crisis >= terms.crisis.sure,
            refusal=_likeliest(terms.kinds, probabilities, refused)
            if refusal >= (terms.refusal.sure if is_part else terms.refusal.alone)
            else "",
            refusal_is_sure=refusal >= terms.refusal.sure,
            near_crisis=crisis >= terms.crisis.notice,
        )


def split_parts(text: str) -> list[str]:
    """Return the parts of a long text that are read on their own: sentences, and pieces of those without an end.

    A short text has none; of a very long one the first and the last are taken.
    """
    if len(text.split()) <= _WORDS_AT_ONCE:
        return []
    parts = []
    for sentence in _SENTENCE_END.split(text):
        words = sentence.split()
        step = _WORDS_AT_ONCE // 2
        starts = range(0, max(1, len(words) - step), step)
        parts += [" ".join(words[start : start + _WORDS_AT_ONCE]) for start in starts if words[start:]]
    parts = list(dict.fromkeys(part for part in parts if len(part.split()) > 1))
    half = _MOST_PARTS // 2
    return parts if len(parts) <= _MOST_PARTS else [*parts[:half], *parts[-half:]]


def word_features(text: str, rarity: Weights) -> tuple[npt.NDArray[np.int64], Weights]:
    """Return the buckets of a text's words and pairs of words, and their values: a unit vector, rare ones heavier."""
    counts = count_words(text)
    if not counts:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
    buckets = np.fromiter(counts, dtype=np.int64)
    values = (1 + np.log(np.fromiter(counts.values(), dtype=np.float32))) * rarity[buckets]
    return buckets, (values / np.linalg.norm(values)).astype(np.float32)


def count_words(text: str) -> dict[int, int]:
    """Return how often each bucket is hit by a word or a pair of words of a text."""
    words = _WORD.findall(_APOSTROPHE.sub("", text.lower()))
    counts: dict[int, int] = {}
    for term in (*words, *(f"{one} {two}" for one, two in pairwise(words))):
        bucket = int.from_bytes(hashlib.blake2b(term.encode(), digest_size=4).digest(), "big") % BUCKETS
        counts[bucket] = counts.get(bucket, 0) + 1
    return counts


def save_phrase_net(net: LearnedNet, folder: Path) -> None:
    """Write the net into three files of a build."""
    weights, terms = net.weights, net.terms
    np.save(folder / DENSE_WEIGHTS, weights.dense.astype(np.float32))
    rarity = np.append(weights.rarity, np.float32(0.0))
    np.save(folder / WORD_WEIGHTS, np.column_stack([weights.words, rarity]).astype(np.float16))
    (folder / PHRASE_NET).write_bytes(dump_json(terms.model_dump(mode="json")))


def open_phrase_net(folder: Path, embedder: Embedder) -> PhraseNet | None:
    """Return the net of a build; None where it was built without one, and triage has its rules alone.

    Raises:
        IndexCorruptError: its files cannot be read, or do not belong together.
    """
    if not (folder / PHRASE_NET).is_file():
        return None
    try:
        terms = NetTerms.model_validate_json((folder / PHRASE_NET).read_bytes())
        dense = load_array(folder / DENSE_WEIGHTS)
        words = load_array(folder / WORD_WEIGHTS).astype(np.float32)
    except (OSError, EOFError, ValueError) as error:
        raise IndexCorruptError(folder, f"{PHRASE_NET} or its weights cannot be read") from error
    kinds = len(terms.kinds)
    if dense.shape != (embedder.info.dimension + 1, kinds) or words.shape != (BUCKETS + 1, kinds + 1):
        raise IndexCorruptError(folder, f"the weights do not fit {PHRASE_NET}")
    weights = PhraseWeights(dense, words[:, :kinds], words[:BUCKETS, kinds])
    return PhraseNet(LearnedNet(weights, terms), embedder)


def mean_of_models(meant: Weights, worded: Weights) -> npt.NDArray[np.float64]:
    """Return (n, kinds) probabilities from the (n, kinds) log-odds of the two models; each row sums to 1."""
    return np.asarray((_softmax(meant) + _softmax(worded)) / 2, dtype=np.float64)


def _likeliest(kinds: Sequence[str], probabilities: npt.NDArray[np.float64], among: Sequence[bool]) -> str:
    return kinds[int(np.argmax(np.where(among, probabilities, -1.0)))]


def _more_urgent(one: PhraseReading, other: PhraseReading) -> PhraseReading:
    """Return two readings as one: what either found, the first first."""
    return PhraseReading(
        crisis=one.crisis or other.crisis,
        crisis_is_sure=one.crisis_is_sure or other.crisis_is_sure,
        refusal=one.refusal or other.refusal,
        refusal_is_sure=one.refusal_is_sure or other.refusal_is_sure,
        near_crisis=one.near_crisis or other.near_crisis,
    )


def _softmax(logits: Weights) -> npt.NDArray[np.float64]:
    powers = np.exp(logits.astype(np.float64) - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float64)
