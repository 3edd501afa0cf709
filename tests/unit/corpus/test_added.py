"""Articles kept outside of the corpus folder: part of it, unreviewed, and never in the place of one of its own."""

import hashlib
from pathlib import Path

import pytest

from corpus.added import LIST, AddedArticle, list_of_added, load_added
from corpus.blocking import blocking
from corpus.checks import check_corpus
from corpus.errors import AddedUnreadableError
from corpus.loader import load_corpus
from tests.e2e.corpus_on_disk import LIVER, write_corpus

ARTICLE = LIVER.replace("id: liver", "id: another").replace("can kratom hurt", "could kratom hurt")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


def added(tmp_path: Path, text: str, article_id: str = "sleep") -> AddedArticle:
    path = tmp_path / f"{article_id}.0123.md"
    path.write_text(text, "utf-8")
    return AddedArticle(article_id, "mind", path)


def test_added_article_is_unreviewed_and_goes_by_its_own_id_whatever_it_says(root: Path, tmp_path: Path) -> None:
    text = ARTICLE.replace("product_form: any", "product_form: any\nunreviewed: false")
    article = next(
        file.article for file in load_corpus(root, (added(tmp_path, text),)).files if file.article.id == "sleep"
    )
    assert article.topic == "mind"
    assert article.unreviewed
    assert all(passage.unreviewed for passage in article.passages)


def test_added_article_never_takes_the_place_of_one_of_the_folder(root: Path, tmp_path: Path) -> None:
    one = added(tmp_path, ARTICLE.replace("Liver injury", "No injury"), "liver")
    loaded = load_corpus(root, (one,))
    assert loaded.corpus.articles == load_corpus(root).corpus.articles
    found = blocking(loaded, check_corpus(loaded))
    assert [(problem.code, problem.path) for problem in found] == [("DUPLICATE_ID", one.path)]


def test_added_article_may_lack_sources_and_one_of_the_folder_may_not(root: Path, tmp_path: Path) -> None:
    sleep = ARTICLE.replace("liver", "sleep").replace("Liver", "Sleep").replace(" [@hepatology-2020]", "")
    loaded = load_corpus(root, (added(tmp_path, sleep),))
    problems = check_corpus(loaded)
    assert "UNCITED" in {problem.code for problem in problems}
    assert "UNCITED" not in {problem.code for problem in blocking(loaded, problems)}
    path = root / "articles/harms/liver.md"
    path.write_text(LIVER.replace(" [@hepatology-2020]", "", 1), "utf-8")
    loaded = load_corpus(root)
    assert [problem.code for problem in blocking(loaded, check_corpus(loaded))] == ["UNCITED"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Liver injury after", "Take 5 grams a day, since liver injury after", "DOSE_ADVICE"),
        ("described by doctors", "described by @everyone", "MENTION"),
        ("yellow skin", "yellow\u202e skin", "HIDDEN_CHARACTER"),
        ("[@hepatology-2020]", "[@nobody]", "UNKNOWN_SOURCE"),
    ],
)
def test_added_article_may_not_hold_what_must_not_be_quoted(
    root: Path, tmp_path: Path, old: str, new: str, code: str
) -> None:
    loaded = load_corpus(root, (added(tmp_path, ARTICLE.replace(old, new, 1)),))
    assert code in {problem.code for problem in blocking(loaded, check_corpus(loaded))}


def test_list_reads_back_and_a_changed_file_is_refused(tmp_path: Path) -> None:
    one = added(tmp_path, ARTICLE)
    assert load_added(tmp_path) == ()
    digest = hashlib.sha256(one.path.read_bytes()).hexdigest()
    (tmp_path / LIST).write_bytes(list_of_added([(one, digest)]))
    assert load_added(tmp_path) == (one,)
    one.path.write_text(ARTICLE + "More.\n", "utf-8")
    with pytest.raises(AddedUnreadableError, match="/corpus remove"):
        load_added(tmp_path)
    one.path.unlink()
    with pytest.raises(AddedUnreadableError):
        load_added(tmp_path)
    (tmp_path / LIST).write_text("{", "utf-8")
    with pytest.raises(AddedUnreadableError):
        load_added(tmp_path)
