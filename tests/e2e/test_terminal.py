"""The scripts as a person or a program runs them: own processes, the real model, a small corpus."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.small_corpus import write_small_corpus

pytestmark = pytest.mark.e2e

ROOT = Path(__file__).resolve().parents[2]


class Workplace:
    """A corpus and an index in a folder of their own, and the commands over them."""

    def __init__(self, folder: Path) -> None:
        self.corpus = write_small_corpus(folder / "corpus")
        self.index = folder / "index"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("KRATOM_")}
        self.environment = {
            **kept,
            "KRATOM_CORPUS_DIR": str(self.corpus),
            "KRATOM_INDEX_DIR": str(self.index),
            "PYTHONPATH": str(ROOT),
            "NO_COLOR": "1",
            "HF_HUB_OFFLINE": "1",
        }
        self.folder = folder

    def run(self, *words: str, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-m", *words],
            input=data,
            capture_output=True,
            cwd=self.folder,
            env=self.environment,
            timeout=240,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace")
        )

    def ask(self, lines: Sequence[str | dict[str, object]]) -> list[dict[str, object]]:
        text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
        done = self.run("bot", "ask", "--jsonl", stdin=text)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    workplace = Workplace(tmp_path_factory.mktemp("terminal"))
    built = workplace.run("index.rebuild", "--json")
    assert built.returncode == 0, built.stdout + built.stderr
    report = json.loads(built.stdout)
    assert report["counts"]["passages"] == 9
    assert not report["reused"]
    return workplace


def test_a_program_gets_the_promised_fields_for_every_kind_of_question(place: Workplace) -> None:
    answers = place.ask(
        [
            "can kratom hurt the liver",
            "is kratom legal in Alabama",
            "kratom and zoloft safe?",
            "what is the capital of France",
            {"turns": ["my friend took kratom and is not breathing"], "region": "US"},
            "how much kratom should i take",
            "",
            {"turns": ["is kratom legal in Alabama", "and thailand?"]},
        ]
    )
    outcomes = [answer["outcome"] for answer in answers]
    assert outcomes == ["answered"] * 3 + ["abstained", "crisis", "refused", "invalid", "answered"]
    fields = "outcome lead passages crisis suggestions notices probability receipt build rendered elapsed_ms".split()
    for answer in answers:
        assert set(fields) <= set(answer)
        notices = answer["notices"]
        assert isinstance(notices, dict)
        assert notices["safety"]
        assert notices["legality"]
        assert "Safety:" in str(answer["rendered"])
    passage = answers[0]["passages"][0]  # type: ignore[index]
    assert {"passage_id", "article_id", "title", "text", "start", "end", "grade", "product_form", "sources"} <= set(
        passage
    )
    assert {"id", "title", "publisher", "year", "url"} <= set(passage["sources"][0])
    assert answers[0]["lead"]["passage_id"] == passage["passage_id"]  # type: ignore[index]
    assert "29 July 2026" in str(answers[1]["headline"])
    assert "No information is not safety" in str(answers[2]["rendered"])
    assert str(answers[4]["rendered"]).index("911") < str(answers[4]["rendered"]).index("Safety:")
    assert answers[7]["passages"][0]["passage_id"] == "law-th#record"  # type: ignore[index]
    assert "not confirmed since" in str(answers[7]["headline"])


BAD_INPUT = [
    "",
    "   ",
    "kratom " * 571,
    "\U0001f600\U0001f600\U0001f600",
    "\x00\x00",
    "what is kratom\x00",
    "\u202e\u202dis kratom safe",
    "@everyone",
    "@everyone is kratom legal",
    "[click](https://evil.example/x)",
    "```",
    "{not json",
    '{"turns": 5}',
    '{"turns": []}',
    "\ud83d",
]


def test_bad_input_gets_a_clear_reply_with_notices_and_no_traceback(place: Workplace) -> None:
    text = "".join(f"{line}\n" for line in BAD_INPUT).encode("utf-8", "surrogatepass")
    done = place.run("bot", "ask", "--jsonl", stdin=text + b"\xff\xfe\x80\n")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(BAD_INPUT) + 1
    for answer in answers:
        assert answer["notices"]["safety"]
        assert "@everyone" not in answer["rendered"]
        assert "evil.example" not in answer["rendered"]


def test_piped_questions_are_answered_one_a_line_and_the_program_ends_well(place: Workplace) -> None:
    done = place.run("bot", "run", stdin="can kratom hurt the liver\nmy friend is not breathing after kratom\n\n")
    assert done.returncode == 0
    assert done.stdout.count("Safety:") == 2
    assert done.stdout.index("case reports") < done.stdout.index("emergency")
    assert "\x1b[" not in done.stdout


def test_a_receipt_shows_the_same_answer_again(place: Workplace) -> None:
    first = place.ask(["does kratom help with depression"])[0]
    again = place.run("bot", "receipt", str(first["receipt"]))
    assert again.returncode == 0
    assert "No randomised trial has tested kratom" in again.stdout
    wrong = place.run("bot", "receipt", "K1-NONSENSE")
    assert wrong.returncode == 1
    assert "not a receipt" in wrong.stderr


def test_rankings_come_as_json_lines(place: Workplace) -> None:
    done = place.run(
        "index.search",
        "--index",
        str(place.index),
        "-k",
        "3",
        "--jsonl",
        stdin='liver injury\n{"query": "withdrawal"}\n',
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["query"] for row in rows] == ["liver injury", "withdrawal"]
    assert rows[0]["hits"][0]["passage_id"] == "liver#first"
    assert set(rows[0]["hits"][0]) == {"passage_id", "article_id", "score", "fields"}
    assert len(rows[1]["hits"]) == 3


def test_the_check_tells_whether_the_index_fits_the_corpus(place: Workplace) -> None:
    assert place.run("index.rebuild", "--check").returncode == 0
    article = place.corpus / "articles/harms/liver.md"
    before = article.read_text("utf-8")
    article.write_text(before.replace("several hospitals", "two hospitals"), "utf-8")
    stale = place.run("index.rebuild", "--check", "--json")
    article.write_text(before, "utf-8")
    assert stale.returncode == 1
    assert json.loads(stale.stdout) == {"fresh": False, "reason": "the corpus changed"}


@pytest.mark.parametrize(
    ("settings", "status", "words"),
    [
        ({"KRATOM_CORPUS_DIR": "nowhere"}, 78, "KRATOM_CORPUS_DIR"),
        ({"KRATOM_MODEL": "./no-model"}, 69, "no such folder"),
    ],
    ids=["no corpus", "no model"],
)
def test_a_rebuild_that_cannot_start_says_what_to_do(
    settings: dict[str, str], status: int, words: str, place: Workplace, tmp_path: Path
) -> None:
    other = Workplace(tmp_path)
    other.environment.update(settings)
    done = other.run("index.rebuild")
    assert done.returncode == status, done.stdout + done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_without_an_index_the_terminal_still_shows_crisis_cards_and_refusals(tmp_path: Path) -> None:
    bare = Workplace(tmp_path)
    outcomes = [
        a["outcome"] for a in bare.ask(["what is kratom", "he is not breathing", "how much kratom should i take"])
    ]
    assert outcomes == ["unavailable", "crisis", "refused"]


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    wrong = Workplace(tmp_path)
    wrong.environment["KRATOM_KEEP_BUILDS"] = "many"
    done = wrong.run("bot", "ask", "what is kratom")
    assert done.returncode == 78
    assert "KRATOM_KEEP_BUILDS" in done.stderr
    assert "Traceback" not in done.stderr


HEAVY = (
    "torch transformers sentence_transformers sklearn scipy matplotlib sqlalchemy alembic bm25s onnx discord aiohttp"
)
ASK_AND_LIST = """
import json, sys
from bot.cli import app
try:
    app(["ask", "--json", "can kratom hurt the liver"], standalone_mode=False)
finally:
    print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


def test_answering_in_the_terminal_loads_no_training_library_and_no_database(place: Workplace) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK_AND_LIST],
        capture_output=True,
        text=True,
        cwd=place.folder,
        env=place.environment,
        timeout=240,
        check=True,
    )
    answer, loaded = (json.loads(line) for line in done.stdout.splitlines())
    assert answer["outcome"] == "answered"
    assert not set(HEAVY.split()) & set(loaded)
    assert {"onnxruntime", "tokenizers", "faiss"} <= set(loaded)
    assert not done.stderr
