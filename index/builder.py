"""Turn a corpus into a published build: encode what changed, index, learn, write, publish."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.digest import corpus_digest
from corpus.errors import CorpusError
from corpus.models import Corpus, LabelledQuestion, TriagePhrase
from index import artifact
from index.candidates import VectorRows
from index.embedder import Embedder, Progress
from index.encoder_export import EXPORT_LIBRARIES, Measured, library_versions, make_encoder
from index.encoder_files import ENCODER
from index.errors import EncoderNotExportedError, VectorIndexError
from index.faiss_store import FaissStore
from index.field_texts import field_texts
from index.lexical import LexicalIndex
from index.models import IndexManifest
from index.phrase_net import save_phrase_net
from index.phrase_training import learn_phrase_net, make_lesson
from index.snapshot import dump_json, write_snapshot
from index.training import TrainingSet, learn
from index.vector_cache import VectorCache

_LIBRARIES = ("faiss-cpu", "bm25s", "sentence-transformers", "numpy", "scikit-learn", *EXPORT_LIBRARIES)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a rebuild did. `encoded` counts the texts that were new to the cache; `reused`: the build existed.

    `without_encoder` says why the build has no encoder of its own; None: it has one, or was not written now.
    """

    build: Path
    manifest: IndexManifest
    encoded: int
    reused: bool = False
    without_encoder: str | None = None


def questions_digest(questions: Sequence[LabelledQuestion], phrases: Sequence[TriagePhrase] = ()) -> str:
    """Return the SHA-256 of the labelled questions and of the example phrases of triage, as hexadecimal digits."""
    rows: list[object] = [(question.text, question.answers) for question in questions]
    rows += [(phrase.kind, phrase.text) for phrase in phrases]
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


def build_index(
    corpus: Corpus,
    embedder: Embedder,
    root: Path,
    *,
    questions: Sequence[LabelledQuestion] = (),
    phrases: Sequence[TriagePhrase] = (),
    cache: Path | None = None,
    progress: Progress | None = None,
    stage: Callable[[str], None] = lambda _name: None,
    force: bool = False,
) -> BuildReport:
    """Build the index of a corpus under `root` and make it live.

    A build is named by its content; where it exists already and is whole, it is only made live, unless `force`.

    Args:
        corpus: what to index.
        embedder: what encodes the texts.
        root: the folder of builds.
        questions: labelled questions to learn the decision from.
        phrases: example phrases to learn the second net of triage from; without them triage has its rules alone.
        cache: a folder for vectors and encoders kept between builds; the default is inside `root`.
        progress: called with (texts encoded, texts to encode).
        stage: told the name of each step as it starts.
        force: write the build anew even if it exists.

    Raises:
        CorpusError: the corpus has no passages.
    """
    passages = corpus.passages
    if not passages:
        raise CorpusError("the corpus has no passages, so there is nothing to index; run: python -m corpus check")
    digest, asked = corpus_digest(corpus), questions_digest(questions, phrases)
    build_id = _build_id(digest, asked, embedder.info.fingerprint)
    existing = None if force else _existing(root / build_id)
    if existing is not None:
        artifact.set_current(root, build_id)
        return BuildReport(root / build_id, existing, encoded=0, reused=True)
    stage("encode")
    texts = field_texts(passages)
    wanted = [text.text for text in texts] + [question.text for question in questions]
    told = len(wanted)
    wanted += [phrase.text for phrase in phrases]
    cache = cache or root / ".cache"
    vectors, encoded = VectorCache(cache, embedder.info.fingerprint).encode(embedder, wanted, progress)
    stage("learn")
    training = TrainingSet(
        passages, texts, vectors[: len(texts)], questions, vectors[len(texts) : told], corpus.glossary
    )
    calibration = learn(training)
    net = learn_phrase_net(make_lesson(phrases, vectors[told:], training))
    stage("write")
    folder = artifact.building_folder(root, build_id)
    write_snapshot(corpus, folder)
    store = FaissStore(training.vectors)
    store.save(folder / artifact.VECTORS)
    rows = VectorRows.of(texts)
    np.save(folder / artifact.ROWS, np.stack([rows.passages, rows.fields, rows.parts], axis=1))
    np.save(folder / artifact.NEIGHBOURS, training.neighbours.vectors)
    np.save(folder / artifact.NEIGHBOUR_LABELS, training.neighbours.answerable)
    LexicalIndex.build(passages).save(folder / artifact.LEXICAL)
    (folder / artifact.CALIBRATION).write_bytes(dump_json(calibration.model_dump()))
    if net is not None:
        save_phrase_net(net, folder)
    stage("export")
    measured = Measured.of(wanted[: len(texts)], wanted[len(texts) : told], vectors[:told])
    without_encoder = _write_encoder(embedder, measured, cache, folder)
    manifest = IndexManifest(
        format_version=artifact.FORMAT_VERSION,
        build_id=build_id,
        created_at=artifact.now(),
        corpus_digest=digest,
        questions_digest=asked,
        model=embedder.info,
        counts={
            "articles": len(corpus.articles),
            "passages": len(passages),
            "vectors": len(texts),
            "sources": len(corpus.sources),
            "labelled_questions": len(questions),
            "triage_phrases": len(phrases),
        },
        libraries=library_versions(_LIBRARIES),
        files=artifact.describe_files(folder),
        vector_index=store.kind.value,
    )
    stage("publish")
    return BuildReport(artifact.publish(folder, root, manifest), manifest, encoded, without_encoder=without_encoder)


def _write_encoder(embedder: Embedder, measured: Measured, cache: Path, folder: Path) -> str | None:
    """Write what encodes questions without the model; return why there is none, where that is so."""
    try:
        make_encoder(embedder, measured, cache, folder / ENCODER)
    except EncoderNotExportedError as error:
        return str(error)
    return None


def _existing(folder: Path) -> IndexManifest | None:
    """Return the manifest of a build that is there and whole."""
    try:
        manifest = artifact.read_manifest(folder)
        artifact.verify(folder, manifest)
    except VectorIndexError:
        return None
    return manifest


def _build_id(digest: str, asked: str, fingerprint: str) -> str:
    """Return a name that follows from the content: the same corpus and model give the same build."""
    versions = ",".join(library_versions(_LIBRARIES).values())
    content = f"{artifact.FORMAT_VERSION}:{digest}:{asked}:{fingerprint}:{versions}"
    return hashlib.sha256(content.encode()).hexdigest()[:12]
