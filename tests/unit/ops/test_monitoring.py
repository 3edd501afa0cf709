"""Alarms and dashboard ask for figures that exist, and each alarm is explained."""

import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from bot.answering.models import Outcome
from bot.frontends.discord_client.telemetry import readings
from bot.operation.metrics import CONNECTION_KINDS, RELOAD_OUTCOMES, Metrics, Readings

ROOT = Path(__file__).resolve().parents[3]
RULES = yaml.safe_load((ROOT / "ops" / "alerts.yml").read_text("utf-8"))["groups"][0]["rules"]
DASHBOARD = json.loads((ROOT / "ops" / "grafana-dashboard.json").read_text("utf-8"))
HANDBOOK = (ROOT / "docs" / "operating.md").read_text("utf-8")
EXPRESSIONS = {rule["alert"]: rule["expr"] for rule in RULES} | {
    f"{panel['title']} {target['refId']}": target["expr"]
    for panel in DASHBOARD["panels"]
    for target in panel["targets"]
}
# https://prometheus.io/docs/prometheus/latest/querying/functions/ and /operators/
WORDS = set(
    "and or unless by le on ignoring sum min max avg count rate increase histogram_quantile time absent".split()
)
LABEL_VALUES = {
    "outcome": {*map(str, Outcome), *RELOAD_OUTCOMES},
    "kind": set(CONNECTION_KINDS),
    "job": {"kratom-bot"},
}


def names() -> dict[str, set[str]]:
    """Every figure that the bot shows, with its labels."""
    metrics = Metrics()
    nothing: Any = SimpleNamespace(
        assembly=SimpleNamespace(settings=SimpleNamespace(state_dir=Path("a"), index_dir=Path("b"))),
        metrics=metrics,
    )
    read = readings(nothing, nothing, nothing)
    metrics.read_at_scrape(Readings(read))
    found: dict[str, set[str]] = {"up": {"job"}}
    for family in metrics.registry.collect():
        for sample in family.samples:
            found.setdefault(sample.name, {"job"}).update(sample.labels)
    for reading in read:
        found[reading.name + ("_total" if reading.counts else "")] = {"job", *filter(None, [reading.label])}
    return found


KNOWN = names()


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_query_asks_for_figures_and_labels_that_exist(name: str) -> None:
    expression = EXPRESSIONS[name]
    assert expression.count("(") == expression.count(")")
    bare = re.sub(r"\{[^}]*\}|\[[^\]]*\]", "", expression)
    bare = re.sub(r"\b(?:by|on|ignoring)\s*\([^)]*\)", "", bare)
    asked = set(re.findall(r"[a-z_:][a-z0-9_:]*", re.sub(r"\b[0-9.]+(?:e[0-9]+)?", "", bare))) - WORDS
    assert asked, expression
    assert asked <= set(KNOWN), asked - set(KNOWN)
    labels = set().union(*(KNOWN[one] for one in asked))
    for label, values in re.findall(r'(\w+)=~?"([^"]*)"', expression):
        assert label in labels
        assert set(values.split("|")) <= LABEL_VALUES[label]
    for group in re.findall(r"\bby\s*\(([^)]*)\)", expression):
        assert {word.strip() for word in group.split(",")} <= labels


@pytest.mark.parametrize(
    "expression", ["kratom_typo > 0", 'kratom_reloads_total{outcome="gone"}', "sum by (user) (up)"]
)
def test_query_for_something_else_would_be_found(expression: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EXPRESSIONS, "planted", expression)
    with pytest.raises(AssertionError):
        test_query_asks_for_figures_and_labels_that_exist("planted")


def test_each_alarm_has_a_section_and_each_section_an_alarm() -> None:
    runbook = HANDBOOK.partition("## Runbook")[2]
    sections = re.findall(r"^### (\w+)$", runbook, re.MULTILINE)
    assert sections == [rule["alert"] for rule in RULES]
    for text in re.split(r"^### \w+$", runbook, flags=re.MULTILINE)[1:]:
        assert len(text.split()) >= 15


def test_alarms_say_how_urgent_they_are_and_what_they_mean() -> None:
    for rule in RULES:
        assert rule["labels"]["severity"] in {"page", "ticket"}
        assert rule["annotations"]["summary"].endswith(".")


def test_every_figure_of_the_bot_is_on_the_dashboard_or_behind_an_alarm() -> None:
    everything = " ".join(EXPRESSIONS.values())
    for name in KNOWN:
        base = re.sub(r"_(bucket|sum|count|created)$", "", name)
        if base.startswith("kratom_") and base != "kratom_scrape_timestamp_seconds":
            assert base in everything, name


def test_panels_do_not_lie_over_each_other() -> None:
    cells: set[tuple[int, int]] = set()
    for panel in DASHBOARD["panels"]:
        place = panel["gridPos"]
        own = {(place["x"] + x, place["y"] + y) for x in range(place["w"]) for y in range(place["h"])}
        assert not own & cells
        assert place["x"] + place["w"] <= 24
        cells |= own
