import logging
from dataclasses import dataclass, field
from datetime import date

import pytest
from structlog.testing import capture_logs

from bot.answering.library import Library
from bot.answering.models import CrisisKind, InvalidKind, Outcome, Question, RefusalKind, TriageVerdict
from bot.answering.safeguards import Safeguards
from bot.answering.service import AnswerService
from bot.answering.triage import assess
from bot.answering.triage_net import NET_RULE, hear_net
from index.models import PhraseReading
from tests.factories import make_article, make_corpus, make_source
from tests.fakes import FakeEdition, FakeEditions, FakeLog, FakeRetriever

OBLIQUE = "the quarry is five minutes from here and it is so quiet"
CRISIS = PhraseReading(crisis="suicide", near_crisis=True)
SURE = PhraseReading(crisis="suicide", crisis_is_sure=True, near_crisis=True)
REFUSAL = PhraseReading(refusal="dosing")


@dataclass
class FakeNet:
    """Finds the same in every text that has `word` in it, and nothing elsewhere."""

    reading: PhraseReading
    word: str = ""
    texts: list[str] = field(default_factory=list)

    def read(self, text: str) -> PhraseReading:
        self.texts.append(text)
        return self.reading if self.word in text else PhraseReading()


def heard(text: str, reading: PhraseReading) -> TriageVerdict:
    return hear_net(assess((text,)), (text,), FakeNet(reading))


def service(net: FakeNet | None) -> AnswerService:
    article = make_article()
    corpus = make_corpus(articles=(article,), sources={"source": make_source(id="source")})
    edition = FakeEdition(Library.of(corpus), FakeRetriever(article.passages), phrase_net=net)
    return AnswerService(FakeEditions(edition), Safeguards({}, ()), FakeLog())


@pytest.mark.parametrize("text", [OBLIQUE, "how much kratom should i take", "i want to die", "", "is kratom legal"])
def test_without_a_net_the_rules_decide_alone(text: str) -> None:
    verdict = assess((text,))
    assert hear_net(verdict, (text,), None) == verdict


def test_the_net_sees_a_crisis_that_no_rule_sees() -> None:
    assert assess((OBLIQUE,)).crisis is None
    assert heard(OBLIQUE, CRISIS) == TriageVerdict(crisis=CrisisKind.SUICIDE, rules=(NET_RULE,))


def test_the_net_never_takes_a_crisis_away_and_is_not_asked_of_one() -> None:
    net = FakeNet(REFUSAL)
    verdict = assess(("i want to die",))
    assert hear_net(verdict, ("i want to die",), net) == verdict
    assert net.texts == []


@pytest.mark.parametrize("text", ["how many people died of an overdose", "how much kratom should i take"])
def test_what_the_rules_explain_is_a_crisis_only_where_the_net_is_sure(text: str) -> None:
    assert heard(text, CRISIS).crisis is None
    assert heard(text, SURE).crisis is CrisisKind.SUICIDE


def test_a_question_about_deaths_keeps_its_help_line_and_goes_on() -> None:
    for text in ("how many people died of an overdose", "does kratom raise the risk of suicide"):
        for reading in (PhraseReading(), CRISIS):
            verdict = heard(text, reading)
            assert (verdict.crisis, verdict.refusal, verdict.show_help_line) == (None, None, True)


def test_a_message_near_to_a_crisis_gets_a_help_line() -> None:
    assert heard("is kratom legal", PhraseReading(near_crisis=True)).show_help_line
    assert not heard("is kratom legal", PhraseReading()).show_help_line


def test_the_net_refuses_what_no_rule_refuses_but_a_sure_crisis_comes_first() -> None:
    assert heard("a number please", REFUSAL).refusal is RefusalKind.DOSING
    both = PhraseReading(crisis="overdose", crisis_is_sure=True, refusal="dosing", refusal_is_sure=True)
    assert heard("a number please", both).crisis is CrisisKind.OVERDOSE
    unsure = PhraseReading(crisis="overdose", refusal="dosing", refusal_is_sure=True)
    assert heard("a number please", unsure).refusal is RefusalKind.DOSING


def test_the_refusal_of_a_rule_stays() -> None:
    assert heard("how much kratom should i take", PhraseReading(refusal="sourcing")).refusal is RefusalKind.DOSING


def test_a_message_of_a_word_or_two_is_a_crisis_only_where_the_net_is_sure() -> None:
    assert heard("and xanax?", CRISIS).crisis is None
    assert heard("on the roof", CRISIS).crisis is CrisisKind.SUICIDE


def test_what_goes_on_from_the_message_before_is_read_with_it() -> None:
    turns = ("he drank all of it", "and he looks odd")
    net = FakeNet(PhraseReading(crisis="overdose"), word="he drank all of it. and he looks odd")
    assert hear_net(assess(turns), turns, net).crisis is CrisisKind.OVERDOSE
    apart = ("he drank all of it", "is kratom legal in ohio")
    assert hear_net(assess(apart), apart, FakeNet(PhraseReading(crisis="overdose"), word="drank")).crisis is None


def test_an_empty_message_is_not_read_and_a_long_one_is() -> None:
    net = FakeNet(SURE)
    assert hear_net(assess(("",)), ("",), net).invalid is InvalidKind.EMPTY
    assert net.texts == []
    long = "my garden is green. " * 400
    assert assess((long,)).invalid is InvalidKind.TOO_LONG
    assert hear_net(assess((long,)), (long,), net).crisis is CrisisKind.SUICIDE


def test_the_service_shows_the_card_and_the_refusal_that_the_net_found() -> None:
    asked = Question((OBLIQUE,), date(2026, 11, 22))
    assert service(FakeNet(CRISIS)).answer(asked).outcome is Outcome.CRISIS
    assert service(FakeNet(REFUSAL)).answer(asked).outcome is Outcome.REFUSED
    assert service(FakeNet(PhraseReading())).answer(asked).outcome is Outcome.ABSTAINED
    assert service(None).answer(asked).outcome is Outcome.ABSTAINED


def test_a_rule_needs_neither_net_nor_edition() -> None:
    net = FakeNet(REFUSAL)
    asked = Question(("i want to die",), date(2026, 11, 22))
    assert service(net).answer(asked).outcome is Outcome.CRISIS
    assert net.texts == []
    assert AnswerService(FakeEditions(None), Safeguards({}, ()), FakeLog()).answer(asked).outcome is Outcome.CRISIS


def test_no_text_of_a_question_is_logged(caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> None:
    caplog.set_level(logging.DEBUG)
    with capture_logs() as logs:
        for reading in (CRISIS, REFUSAL, PhraseReading()):
            service(FakeNet(reading)).answer(Question((OBLIQUE,), date(2026, 11, 22)))
    captured = capsys.readouterr()
    assert "quarry" not in f"{caplog.text}{logs}{captured.out}{captured.err}"


def test_a_question_is_judged_once_and_forgotten_with_the_question(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[tuple[str, ...]] = []

    def judge(turns: tuple[str, ...]) -> TriageVerdict:
        judged.append(turns)
        return assess(turns)

    monkeypatch.setattr("bot.answering.service.assess", judge)
    asked, answering = Question(("is kratom legal",), date(2026, 11, 22)), service(None)
    assert answering.urgent(asked) is None
    answering.answer(asked)
    assert judged == [asked.turns]
    assert len(answering._verdicts) == 1
    del asked
    assert len(answering._verdicts) == 0
