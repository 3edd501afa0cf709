"""What counts as advice on amounts or medicines, or as a promise, and which reports pass."""

import pytest

from corpus.rules_advice import CAREFUL_TOPICS, amounts, claims, dose_advice, medicine_advice
from tests.unit.corpus.in_memory import codes_of


@pytest.mark.parametrize(
    "sentence",
    [
        "Take 2 grams of kratom powder in the morning.",
        "For a mild effect, take 2 to 3 grams.",
        "Beginners should start with 1 gram.",
        "You can take up to 5 g of leaf.",
        "Start with a small dose and see how it feels.",
        "Start low and go slow with kratom.",
        "New users may safely use half a teaspoon of powder.",
        "A safe dose is 3 g of kratom.",
        "The safe daily amount of kratom is below 5 g.",
        "No more than 5 g a day keeps people well.",
        "Do not exceed 8 grams of leaf.",
        "Never take more than 2 tablets at once.",
        "Most people need 3-5 g to feel it.",
        "Most users do well on two teaspoons a day.",
        "The usual dose of kratom is 3 to 6 grams.",
        "An effective kratom dose ranges from 2 to 4 g.",
        "About 2 grams is enough for most.",
        "Up to 5 g a day is common.",
        "It is best to take two capsules with food.",
        "Mix one teaspoon of powder with water.",
        "Lower your dose when it feels too strong.",
        "Taper by 0.5 g every three days.",
        "Then cut down by 1 gram a week.",
        "Keep to 2.5 grams and wait.",
    ],
)
def test_amounts_put_as_advice_are_found(sentence: str) -> None:
    assert codes_of(dose_advice, sentence) == ["DOSE_ADVICE"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the trial, adults took one dose of 500 mg of kratom leaf powder.",
        "The study gave 2 g of leaf to 20 volunteers.",
        "Participants received no more than 5 g in that study.",
        "No safe dose of kratom is known.",
        "A safe dose is not known, for leaf or for extracts.",
        "Whether any amount is safe has not been studied.",
        "The law allows no more than 1 mg of 7-OH per gram of product.",
        "Products held 22 to 75 mg of 7-OH in each gram.",
        "A federal plan would control products with more than 1 mg of 7-OH per gram.",
        "One man said that he took 30 grams each day before he fell ill.",
        "The highest value was 270 against 13.9 mg in each gram.",
        "The label says that 7-OH tablets are for adults only.",
        "In 2019, tablets with 7-OH were rare.",
        "Poison centres count cases that start with a call.",
        "Doctors may start with a low amount of buprenorphine and raise it over days.",
        "People who began with small amounts often took more later.",
        "Six states set 18 as the minimum age.",
    ],
)
def test_reports_of_amounts_pass(sentence: str) -> None:
    assert codes_of(dose_advice, sentence) == []


@pytest.mark.parametrize("topic", sorted(CAREFUL_TOPICS))
@pytest.mark.parametrize(
    "sentence",
    ["In a trial, 20 people took 2 g of leaf.", "He swallowed 12 capsules.", "A 150 ml bottle was empty."],
)
def test_no_amount_stands_in_a_passage_on_safety(topic: str, sentence: str) -> None:
    assert codes_of(amounts, sentence, topic=topic) == ["AMOUNT"]


@pytest.mark.parametrize(
    "sentence", ["In 2017 tablets were new.", "7-OH tablets are strong.", "Odds were 2.8 times as high."]
)
def test_figures_that_are_no_amounts_pass_in_a_passage_on_safety(sentence: str) -> None:
    assert codes_of(amounts, sentence, topic="safety") == []


def test_a_report_of_an_amount_passes_in_other_passages() -> None:
    assert codes_of(amounts, "In a trial, 20 people took 2 g of leaf.", topic="chemistry") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Stop your antidepressant two days before kratom.",
        "Skip the blood thinners when you use kratom.",
        "To feel kratom, stop taking your medicine.",
        "You can replace your medication with kratom.",
        "People can safely come off methadone with kratom.",
        "Kratom users should reduce their insulin.",
    ],
)
def test_telling_people_to_stop_a_medicine_is_found(sentence: str) -> None:
    assert codes_of(medicine_advice, sentence) == ["MEDICINE_ADVICE"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Do not stop your medicine for kratom.",
        "Nobody should stop their medicine without asking the doctor who prescribes it.",
        "Doctors say that people should stop taking the medicine only with a plan.",
        "In one case, a man stopped his antidepressant and took kratom.",
        "Stopping an antidepressant suddenly can bring symptoms of its own.",
        "If a medicine is to end, the withdrawal should be planned together.",
    ],
)
def test_reports_and_warnings_about_stopping_a_medicine_pass(sentence: str) -> None:
    assert codes_of(medicine_advice, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kratom treats depression.",
        "Kratom leaf is safe.",
        "Kratom is a safe and natural remedy.",
        "Mitragynine relieves pain.",
        "Kratom tea can cure a cold.",
        "Kratom really helps with anxiety.",
        "7-OH is harmless.",
        "Kratom works against depression.",
    ],
)
def test_promises_are_found(sentence: str) -> None:
    assert codes_of(claims, sentence) == ["CLAIM"]


@pytest.mark.parametrize(
    "sentence",
    [
        "No trial has shown that kratom treats depression.",
        "That kratom is safe has not been shown.",
        "Sellers say that kratom treats pain.",
        "In 2019 the FDA warned two sellers who claimed that kratom treats pain.",
        "In mice, mitragynine relieves pain.",
        "A review concluded that kratom relieves anxiety for some people.",
        "Whether kratom works as an antidepressant is not known.",
        "Is kratom safe?",
        "Kratom may work against seizure medicines.",
        "People with a kratom problem can turn to a doctor, who can treat withdrawal.",
    ],
)
def test_denied_and_attributed_promises_pass(sentence: str) -> None:
    assert codes_of(claims, sentence) == []


def test_headings_are_read_as_sentences_are() -> None:
    assert codes_of(claims, "## Kratom treats pain {#pain}", "Nobody has shown that.") == ["CLAIM"]
