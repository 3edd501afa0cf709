import random
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.cleaning import MAX_CHARS
from bot.answering.models import CrisisKind, InvalidKind, RefusalKind, TriageVerdict
from bot.answering.triage import assess
from bot.answering.triage_patterns import Rule, RuleSet, compile_pattern, rows
from bot.answering.triage_rules import CONTINUATIONS, CRISES, REFUSALS, TOPICS
from bot.answering.triage_text import read
from corpus.loader import CORPUS_DIR
from corpus.triage_phrases import CRISIS_KINDS, PHRASES_FOLDER, REFUSAL_KINDS

GOLDEN = Path(__file__).parents[3] / "golden"
PHRASES = CORPUS_DIR / PHRASES_FOLDER


def load(name: str) -> dict[str, list[str]]:
    return yaml.safe_load((PHRASES / f"{name}.yaml").read_text(encoding="utf-8"))


def pairs(name: str) -> list[tuple[str, str]]:
    return [(kind, text) for kind, texts in load(name).items() for text in texts]


CONVERSATIONS = yaml.safe_load((GOLDEN / "triage_conversations.yaml").read_text(encoding="utf-8"))
NEAR_MISSES = [text for _, text in pairs("near-misses")]
TABLE = (*CRISES.rules, *REFUSALS.rules, *TOPICS.rules)


@pytest.mark.parametrize(("kind", "text"), pairs("crises"))
def test_a_crisis_is_seen_with_its_kind(kind: str, text: str) -> None:
    assert assess((text,)).crisis == CrisisKind(kind)


def test_near_misses_give_hardly_a_false_alarm() -> None:
    alarms = [text for text in NEAR_MISSES if assess((text,)).crisis]
    assert len(alarms) <= 0.02 * len(NEAR_MISSES), alarms


@pytest.mark.parametrize(("kind", "text"), pairs("refusals"))
def test_what_the_bot_does_not_help_with_is_refused_with_its_kind(kind: str, text: str) -> None:
    verdict = assess((text,))
    assert (verdict.crisis, verdict.refusal) == (None, RefusalKind(kind))


@pytest.mark.parametrize(("kind", "text"), pairs("passes"))
def test_an_ordinary_message_goes_on(kind: str, text: str) -> None:
    verdict = assess((text,))
    assert (verdict.crisis, verdict.refusal, verdict.invalid) == (None, None, None)


@pytest.mark.parametrize(
    ("name", "kinds", "least", "least_a_kind"),
    [
        ("crises", set(CrisisKind), 150, 20),
        ("near-misses", {"information", "idioms", "past", "mild", "ordinary", "mixed"}, 150, 20),
        ("refusals", set(RefusalKind), 150, 25),
        ("passes", {"ordinary"}, 150, 150),
    ],
)
def test_there_are_enough_examples(name: str, kinds: set[str], least: int, least_a_kind: int) -> None:
    examples = load(name)
    assert set(examples) == kinds
    assert sum(len(texts) for texts in examples.values()) >= least
    assert all(len(texts) >= least_a_kind for texts in examples.values())
    assert all(len(texts) == len(set(texts)) for texts in examples.values())


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda conversation: " / ".join(conversation["turns"]))
def test_an_earlier_message_counts_only_where_the_last_goes_on_from_it(conversation: dict[str, object]) -> None:
    turns = conversation["turns"]
    assert isinstance(turns, list)
    assert assess(tuple(turns)).crisis == conversation["crisis"]


@pytest.mark.parametrize("rule", TABLE, ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_example_and_not_on_the_other(rule: Rule) -> None:
    assert rule.id in assess((rule.fires,)).rules
    assert rule.id not in assess((rule.quiet,)).rules


@pytest.mark.parametrize("rule", CONTINUATIONS.rules, ids=lambda rule: rule.id)
def test_a_continuation_is_known_by_its_example(rule: Rule) -> None:
    assert CONTINUATIONS.firing(f" . {rule.fires.replace(chr(39), '')} . ")
    assert not CONTINUATIONS.firing(f" . {rule.quiet} . ")


def test_the_table_is_whole() -> None:
    ids = [rule.id for rule in TABLE]
    assert len(ids) == len(set(ids))
    assert {rule.verdict for rule in CRISES.rules} == set(CrisisKind)
    assert {rule.verdict for rule in REFUSALS.rules} == set(RefusalKind)
    assert {rule.verdict for rule in TOPICS.rules} == {None}
    assert all(rule.means.endswith(".") for rule in TABLE)


def test_the_phrases_have_the_kinds_of_triage() -> None:
    assert set(CRISIS_KINDS) == set(CrisisKind)
    assert set(REFUSAL_KINDS) == set(RefusalKind)


def test_crisis_comes_before_invalid_before_refusal() -> None:
    question = "how much kratom should i take"
    assert assess((question,)).refusal is RefusalKind.DOSING
    assert assess((f"{question} to kill myself",)).crisis is CrisisKind.SUICIDE
    long = question + " for back pain, it has hurt for years" * 60
    assert len(long) > MAX_CHARS
    assert assess((long,)) == TriageVerdict(invalid=InvalidKind.TOO_LONG)
    assert assess((f"{long}. my friend is not breathing",)).crisis is CrisisKind.OVERDOSE


@pytest.mark.parametrize(
    "text", ["", "   \n\t", "😀 👍", "?!...", "https://example.org/kratom", "<@123456>", "@everyone", "\u200b\u2066"]
)
def test_a_message_without_words_is_empty(text: str) -> None:
    assert assess((text,)) == TriageVerdict(invalid=InvalidKind.EMPTY)


def test_no_message_is_empty() -> None:
    assert assess(()) == TriageVerdict(invalid=InvalidKind.EMPTY)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("can you die from a kratom overdose", True),
        ("is there a link between kratom and suicide", True),
        ("does kratom cause seizures in rats", True),
        ("my uncle overdosed in 1998", True),
        ("is kratom legal in ohio", False),
        ("my phone died, what did you say", False),
    ],
)
def test_a_help_line_stands_under_grave_topics(text: str, shown: bool) -> None:
    verdict = assess((text,))
    assert (verdict.crisis, verdict.show_help_line) == (None, shown)


# Sure enough of themselves that nothing around them may hide them.
SURE = (
    "i want to kill myself",
    "im going to end my life",
    "i dont want to be alive anymore",
    "everyone would be better off without me",
    "my brother is suicidal",
    "i cut myself again",
    "he is not breathing",
    "her lips are turning blue",
    "my friend wont wake up",
    "my roommate is unconscious",
    "i think im overdosing",
    "i took too much kratom",
    "my toddler swallowed kratom",
    "my baby ate a kratom gummy",
    "my wife is having a seizure",
    "he is convulsing",
    "im in withdrawal and keep blacking out",
    "my boyfriend has a knife and is threatening me",
)
CHATTER = (
    "hello everyone, sorry to bother you",
    "i have used kratom for three years",
    "is it legal in ohio",
    "thanks for the bot",
    "what is in red bali",
    "my vendor was out of green malay",
    "idk what to do",
)


@settings(deadline=None, max_examples=200)
@given(
    phrase=st.sampled_from(SURE),
    before=st.lists(st.sampled_from(CHATTER), max_size=2),
    after=st.lists(st.sampled_from(CHATTER), max_size=2),
    hidden=st.sampled_from(["", "\u200b", "\u00ad", "\u2060", "\ufeff"]),
    mark=st.sampled_from([" ", ", ", " 😭 ", "  ", "\n", "... ", " - ", " ** "]),
    end=st.sampled_from([". ", "! ", "!!! ", "\n\n. ", " 💔. "]),
    seed=st.integers(0, 2**32),
)
def test_noise_does_not_hide_a_crisis(
    phrase: str, before: list[str], after: list[str], hidden: str, mark: str, end: str, seed: int
) -> None:
    chance = random.Random(seed)
    noisy = mark.join(phrase.split())
    noisy = hidden.join(chance.choice((char.upper(), char)) for char in noisy)
    assert assess((end.join([*before, noisy, *after]),)).crisis is not None


@pytest.mark.parametrize(
    "text",
    [
        "i want to k1ll mys3lf",
        "i want to k.i.l.l myself",
        "i want to k i l l m y s e l f",
        "i w a n t t o d i e",
        "i want to kiiillll myself",
        "i want to ki11 myself",
        "i want to k*ll myself",
        "i want to s*icide",
        "im suicdal",
        "im thinking of suiside",
        "i overdoesd help",
        "he isnt brething",
        "shes unconsious",
        "my wife is having a siezure",
        "my todler swalowed kratom",
        "he is un conscious",
        "ｉ ｗａｎｔ ｔｏ ｄｉｅ",
        "і wаnt tо dіе",
        "i want to d́íé",
        "iwanttodie",
        "[i want to die](https://example.org)",
        "`he is not breathing`",
        "||i want to die||",
    ],
)
def test_disguises_and_slips_do_not_hide_a_crisis(text: str) -> None:
    assert assess((text,)).crisis is not None


@settings(deadline=None, max_examples=300)
@given(st.lists(st.text(max_size=400), max_size=3))
def test_any_text_is_assessed(turns: list[str]) -> None:
    verdict = assess(tuple(turns))
    assert verdict == assess(tuple(turns))


VOCABULARY = sorted(CRISES.vocabulary() | REFUSALS.vocabulary())


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from([*VOCABULARY, ".", "?", "40g", "k.i.l.l", "7-oh", "😂", "2"]), max_size=60))
def test_any_row_of_the_words_looked_for_is_assessed(words: list[str]) -> None:
    assert isinstance(assess((" ".join(words),)), TriageVerdict)


@pytest.mark.parametrize("rules", [CRISES, REFUSALS, TOPICS, CONTINUATIONS])
def test_no_pattern_repeats_without_a_bound(rules: RuleSet) -> None:
    """All repetition is of one word between spaces, or counted: so matching is linear in the text."""
    for rule in rules.rules:
        for text in (*rule.patterns, *rule.frames, *rule.exceptions):
            for without in ("", "now"):
                expression = compile_pattern(text, rules.words, without=without).expression.pattern
                rest = expression.replace("[^ .?]+ ", "").replace("[^ .?]* ", "")
                assert not re.search(r"[*+]|,\}", rest), text


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "1",
        "kratom ",
        "a b ",
        "i want to ",
        "he took a lot of ",
        "my friend ",
        "k.i.l.l.",
        "s*i ",
        "k1ll ",
        "'",
        "😂",
    ],
)
def test_a_long_hostile_message_is_assessed(piece: str) -> None:
    assert assess((piece * (20_000 // len(piece)),)).invalid in (InvalidKind.TOO_LONG, InvalidKind.EMPTY)


def test_a_crisis_is_found_at_the_end_of_a_long_message() -> None:
    assert assess(("i like tea. " * 1_600 + "i want to die",)).crisis is CrisisKind.SUICIDE


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("He WON'T wake up!", (" . he wont wake up . . ", " . he wont wake up . ")),
        ("7-OH, 40g?", (" . 7oh 40 g ? . ", " . 7oh 40 g . ")),
        ("od'd", (" . overdosed . ",)),
        ("well... ok", (" . well ok . ",)),
    ],
)
def test_a_message_is_read_as_words(text: str, readings: tuple[str, ...]) -> None:
    assert read(text, frozenset({"wake"})) == readings


def test_a_line_that_stands_further_in_goes_on() -> None:
    assert rows("""
        one (two|
            three)
        four
    """) == ("one (two| three)", "four")


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("want (to|too)? die", "i want die", True),
        ("took .. pills", "took all of my many pills", True),
        ("took .. pills", "took one and then two or three pills", False),
        ("took .. pills", "took it . pills", False),
        ("^ help", "please help", False),
        ("feel* suicid* feeling $", "feels suicidal feeling", True),
        ("took #15+ g", "took 14 g", False),
        ("took #15+ g", "took 200 g", True),
        ("is #1-12 now", "is three now", True),
    ],
)
def test_the_pattern_language(pattern: str, text: str, found: bool) -> None:
    assert any(compile_pattern(pattern, {}).spans(f" . {text} . ")) is found


@pytest.mark.parametrize("pattern", ["(a", "a)", "# ..", "a | (b)? .."])
def test_a_broken_pattern_is_rejected(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|plain word"):
        compile_pattern(pattern, {})


def test_a_pattern_with_an_unknown_list_is_rejected() -> None:
    with pytest.raises(KeyError):
        compile_pattern("{nobody} here", {})


def test_a_rule_set_excepts_only_what_its_exceptions_touch() -> None:
    rule = Rule("dead", None, "Death.", ("dead",), "he is dead", "dead tired", exceptions=("dead tired",))
    rules = RuleSet((rule,), {"now": "now"})
    assert rules.firing(" . he is dead . ") == (rule,)
    assert rules.firing(" . i am dead tired . ") == ()
    assert rules.firing(" . i am dead tired . he is dead . ") == (rule,)


def test_what_a_pattern_needs_never_keeps_it_from_being_found() -> None:
    """A message is first looked at for words that a match must have; that may only save time."""
    said = random.Random(7).sample([text for name in ("crises", "refusals") for _, text in pairs(name)], 40)
    readings = [reading for text in said for reading in read(text, CRISES.vocabulary() | REFUSALS.vocabulary())]
    patterns = {pattern for rules in (CRISES, REFUSALS) for row in rules._by_anchor.values() for _, pattern in row}
    found = 0
    for reading in readings:
        words = frozenset(reading.split())
        for pattern in patterns:
            if pattern.expression.search(reading):
                found += 1
                assert pattern.may_be_in(words), (pattern.source, reading)
    assert found > len(said)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("my (mom|dad) died", [{"my"}, {"mom", "dad"}, {"died"}]),
        ("i? want .. (to end|out)", [{"want"}, {"to", "out"}]),
        ("(a|b?) c", [{"c"}]),
        ("took (my pills)? # pills", [{"took"}, {"pills"}]),
    ],
)
def test_a_pattern_needs_a_word_of_each_part_that_is_not_optional(pattern: str, needs: list[set[str]]) -> None:
    assert [set(need) for need in compile_pattern(pattern, {}).needs] == needs


@pytest.mark.parametrize(
    ("pattern", "text", "possible"),
    [
        ("take kratom", "take it", False),
        ("take kratom", "kratom i take", True),
        ("(take|use) kratom?", "use it", True),
        ("(take my|use) kratom", "my kratom", False),
        ("take .. (red (leaf|vein)|green)", "take the leaf", False),
        ("take .. (red (leaf|vein)|green)", "take green", True),
        ("take .. (red leaf)", "take the leaf", False),
        ("take sleep*", "take sleeping pills", True),
    ],
)
def test_a_text_needs_the_words_that_a_pattern_cannot_do_without(pattern: str, text: str, possible: bool) -> None:
    assert compile_pattern(pattern, {}).may_be_in(frozenset(text.split())) is possible
