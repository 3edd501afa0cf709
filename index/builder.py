"""Turn a corpus into a published build: encode what changed, index, learn, write, publish."""

import hashlib
import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from corpus.digest import corpus_digest
from corpus.errors import CorpusError
from corpus.models import Corpus, LabelledQuestion, TriagePhrase
from index import artifact
from index.build_report import BuildReport
from index.embedder import Embedder, Progress
from index.encoder_export import EXPORT_LIBRARIES, Measured, exact_folder, library_versions, make_encoder
from index.encoder_files import ENCODER, ENCODER_FILES, read_settings
from index.errors import EncoderNotExportedError, ModelUnavailableError, VectorIndexError
from index.faiss_store import FaissStore
from index.field_texts import field_texts
from index.kept_learning import KeptLearning, learning_key
from index.live_builds import now
from index.models import IndexManifest
from index.passage_encoder import PassageEmbedder
from index.phrase_lesson import Lesson, lesson_key, make_lesson
from index.phrase_net import save_phrase_net
from index.snapshot import dump_json, write_snapshot
from index.training import TrainingSet, calibration_key, learn, training_fingerprint
from index.vector_cache import VectorCache

_LEARNING_LIBRARIES = ("bm25s", "numpy", "scipy", "PyStemmer")
_DECIDING_LIBRARIES = (*_LEARNING_LIBRARIES, "faiss-cpu", "onnxruntime", "tokenizers")
"""Those that are there wherever a build is made: one without torch makes the same build of the same corpus."""
_LIBRARIES = (*_DECIDING_LIBRARIES, "sentence-transformers", *EXPORT_LIBRARIES)


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
    jobs: int = 1,
    live: bool = True,
) -> BuildReport:
    """Build the index of a corpus under `root` and make it live, or leave the live one as it is.

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
        jobs: how many processor cores may be used.

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
        if live:
            artifact.set_current(root, build_id)
        return BuildReport(root / build_id, existing, encoded=0, reused=True)
    stage("encode")
    texts = field_texts(passages)
    wanted = [text.text for text in texts] + [question.text for question in questions]
    told = len(wanted)
    wanted += [phrase.text for phrase in phrases]
    cache = cache or root / ".cache"
    encoder = PassageEmbedder(embedder, exact_folder(cache, embedder.info), threads=jobs)
    vectors, encoded = VectorCache(cache, embedder.info.fingerprint).encode(encoder, wanted, progress)
    stage("learn")
    training = TrainingSet(
        passages, texts, vectors[: len(texts)], questions, vectors[len(texts) : told], corpus.glossary
    )
    folder = artifact.building_folder(root, build_id)
    learn_into(folder, training, make_lesson(phrases, vectors[told:], training), KeptLearning(cache), jobs)
    stage("write")
    write_snapshot(corpus, folder)
    store = FaissStore(training.vectors)
    store.save(folder / artifact.VECTORS)
    rows = training.rows
    np.save(folder / artifact.ROWS, np.stack([rows.passages, rows.fields, rows.parts], axis=1))
    np.save(folder / artifact.NEIGHBOURS, training.neighbours.vectors)
    np.save(folder / artifact.NEIGHBOUR_LABELS, training.neighbours.answerable)
    training.lexical.save(folder / artifact.LEXICAL)
    stage("export")
    measured = Measured.of(wanted[: len(texts)], wanted[len(texts) : told], vectors[:told])
    without_encoder = _write_encoder(embedder, measured, cache, folder, root)
    manifest = IndexManifest(
        format_version=artifact.FORMAT_VERSION,
        build_id=build_id,
        created_at=now(),
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
        training=training_fingerprint(),
        vector_index=store.kind.value,
    )
    stage("publish")
    build = artifact.publish(folder, root, manifest, live=live)
    return BuildReport(build, manifest, encoded, without_encoder=without_encoder)


def learn_into(folder: Path, training: TrainingSet, lesson: Lesson, kept: KeptLearning, jobs: int) -> None:
    """Write what is learned into a build: the calibration, and the second net of triage where there is one."""

    def calibrate(target: Path) -> None:
        (target / artifact.CALIBRATION).write_bytes(dump_json(learn(training).model_dump()))

    def learn_net(target: Path) -> None:
        from index.phrase_training import learn_phrase_net  # loads scipy, for what is seldom learned anew

        net = learn_phrase_net(lesson, jobs=jobs)
        if net is not None:
            save_phrase_net(net, target)

    # What is learned turns on the last bits of what these libraries compute.
    libraries = json.dumps(library_versions(_LEARNING_LIBRARIES))
    kept.write("calibration", learning_key(libraries, calibration_key(training)), folder, calibrate)
    kept.write("phrases", learning_key(libraries, lesson_key(lesson)), folder, learn_net)


def _write_encoder(embedder: Embedder, measured: Measured, cache: Path, folder: Path, root: Path) -> str | None:
    """Write what encodes questions without the model; return why there is none, where that is so."""
    try:
        make_encoder(embedder, measured, cache, folder / ENCODER)
    except EncoderNotExportedError as error:
        return str(error)
    except ModelUnavailableError as error:  # a slim installation, whose cache is of another one or was emptied
        return None if _copy_live_encoder(root, embedder.info.fingerprint, folder / ENCODER) else str(error)
    return None


def _copy_live_encoder(root: Path, fingerprint: str, target: Path) -> bool:
    """Copy the encoder of the live build, if it was exported from the same model; tell whether it was."""
    try:
        live = artifact.current_build(root)
        artifact.verify(live, artifact.read_manifest(live))
        if read_settings(live / ENCODER).fingerprint != fingerprint:
            return False
    except VectorIndexError:
        return False
    target.mkdir()
    for name in ENCODER_FILES:
        shutil.copyfile(live / ENCODER / name, target / name)
    return True


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
    versions = ",".join(library_versions(_DECIDING_LIBRARIES).values())
    content = f"{artifact.FORMAT_VERSION}:{training_fingerprint()}:{digest}:{asked}:{fingerprint}:{versions}"
    return hashlib.sha256(content.encode()).hexdigest()[:12]
