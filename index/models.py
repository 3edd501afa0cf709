"""The shapes of the index: what is searched, what is found, and what a build says about itself."""

from dataclasses import dataclass, field
from enum import StrEnum

from corpus.models import Passage


class SearchField(StrEnum):
    """A part of a passage that is searched on its own."""

    TEXT = "text"
    TITLE = "title"
    QUESTION = "question"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class FieldText:
    """One text to be encoded: of which passage (its number in the build) and of which field.

    `part` counts the sentences of a passage from 0; it is 0 for the other fields.
    """

    passage: int
    field: SearchField
    text: str
    part: int = 0


@dataclass(frozen=True, slots=True)
class ScoredPassage:
    """One hit. `rank` counts from 1; `score` orders hits of one query, higher is better; `fields` explains it.

    `sentences` are the cosine similarities of the query to each statement of the passage, in their order.
    """

    passage: Passage
    rank: int
    score: float
    fields: dict[str, float] = field(default_factory=dict)
    sentences: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Retrieval:
    """The hits of one query, best first, and the probability (0 to 1) that one of the first three answers it.

    `likeness[i][j]` is the cosine similarity of the texts of hits i and j; empty where it was not measured.
    """

    hits: tuple[ScoredPassage, ...]
    probability: float
    likeness: tuple[tuple[float, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PhraseReading:
    """What a message comes nearest to among the example phrases of triage.

    Attributes:
        crisis: the kind of emergency, where the message is near enough to be taken for one; else empty.
        crisis_is_sure: it is so near that words which mostly stand in questions do not speak against it.
        refusal: the kind of request that is refused, where the message is near enough to be taken for one; else empty.
        refusal_is_sure: the same of refusals.
        near_crisis: near enough to have a help line in view.
    """

    crisis: str = ""
    crisis_is_sure: bool = False
    refusal: str = ""
    refusal_is_sure: bool = False
    near_crisis: bool = False


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """The embedding model a build was made with. `fingerprint` is the SHA-256 of its weights."""

    name: str
    revision: str
    fingerprint: str
    dimension: int


@dataclass(frozen=True, slots=True)
class FileInfo:
    """A file of a build: its SHA-256 as 64 hexadecimal digits, and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class IndexManifest:
    """What a build says about itself. `metric` is always inner product of unit vectors, that is cosine similarity.

    `training` is `index.training.training_fingerprint` of the program that made it; "" in builds older than that.
    `vector_index` is how the vectors are kept, a `VectorIndexKind`.
    """

    format_version: int
    build_id: str
    created_at: str
    corpus_digest: str
    questions_digest: str
    model: ModelInfo
    counts: dict[str, int]
    libraries: dict[str, str]
    files: dict[str, FileInfo]
    metric: str = "inner-product"
    training: str = ""
    vector_index: str = "exact"
