from types import SimpleNamespace
from typing import Any

import pytest

from index.errors import EncoderNotExportedError
from index.transformer_export import refuse_other_kinds


def module(kind: str, **attributes: Any) -> Any:
    return type(kind, (), {"get_config_dict": lambda self: {"pooling_mode": "mean"}, **attributes})()


class FakeModel(list[Any]):
    """A SentenceTransformer is a sequence of modules with some attributes."""

    default_prompt_name: str | None = None
    max_seq_length: int | None = 256
    tokenizer = SimpleNamespace(is_fast=True)


def plain(*kinds: str) -> FakeModel:
    return FakeModel(module(kind) for kind in kinds)


@pytest.mark.parametrize("kinds", [("Transformer", "Pooling"), ("Transformer", "Pooling", "Normalize")])
def test_a_transformer_with_mean_pooling_can_be_exported(kinds: tuple[str, ...]) -> None:
    refuse_other_kinds(plain(*kinds))


@pytest.mark.parametrize(
    "kinds",
    [
        ("Transformer",),
        ("Transformer", "Pooling", "Dense", "Normalize"),
        ("StaticEmbedding",),
        ("Transformer", "Pooling", "LayerNorm"),
    ],
)
def test_other_modules_are_refused_by_name(kinds: tuple[str, ...]) -> None:
    with pytest.raises(EncoderNotExportedError, match=", ".join(kinds) + "$"):
        refuse_other_kinds(plain(*kinds))


def other_pooling(model: FakeModel) -> None:
    model[1] = module("Pooling", get_config_dict=lambda self: {"pooling_mode": "cls"})


def prompt(model: FakeModel) -> None:
    model.default_prompt_name = "query"


def lower_case(model: FakeModel) -> None:
    model[0] = module("Transformer", do_lower_case=True)


def slow_tokenizer(model: FakeModel) -> None:
    model.tokenizer = SimpleNamespace(is_fast=False)


def no_end(model: FakeModel) -> None:
    model.max_seq_length = None


@pytest.mark.parametrize("change", [other_pooling, prompt, lower_case, slow_tokenizer, no_end])
def test_what_the_runtime_would_not_do_is_refused(change: Any) -> None:
    model = plain("Transformer", "Pooling", "Normalize")
    change(model)
    with pytest.raises(EncoderNotExportedError):
        refuse_other_kinds(model)
