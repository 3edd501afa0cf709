"""Write index/defaults.json anew: python -m index.defaults.

It holds what was learned on the project's own corpus, once with the written questions and once without them, for
corpora that have too few labelled questions to learn from. To be run when the corpus or the features changed much.
"""

from dataclasses import replace
from pathlib import Path

import typer

from corpus.labelled import load_labelled_questions
from corpus.loader import CORPUS_DIR, load_corpus
from index.field_texts import field_texts
from index.places import INDEX_DIR
from index.sentence_transformer import SentenceTransformerEmbedder
from index.snapshot import dump_json
from index.training import DEFAULTS, TrainingSet, learn
from index.vector_cache import VectorCache


def write_defaults(corpus_dir: Path = CORPUS_DIR, path: Path = DEFAULTS) -> None:
    """Learn from the corpus with and without its written questions, and write both to `path`."""
    corpus = load_corpus(corpus_dir).corpus
    questions = load_labelled_questions(corpus_dir)
    embedder = SentenceTransformerEmbedder()
    cache = VectorCache(INDEX_DIR / ".cache", embedder.info.fingerprint)
    found = {}
    for name, passages in (
        ("with_questions", corpus.passages),
        ("without_questions", tuple(replace(passage, questions=()) for passage in corpus.passages)),
    ):
        texts = field_texts(passages)
        wanted = [text.text for text in texts] + [question.text for question in questions]
        vectors, _ = cache.encode(embedder, wanted)
        known, asked = vectors[: len(texts)], vectors[len(texts) :]
        training = TrainingSet(passages, texts, known, questions, asked, corpus.glossary, compare=False)
        found[name] = learn(training).model_dump()
    path.write_bytes(dump_json(found))


if __name__ == "__main__":
    typer.run(write_defaults)
