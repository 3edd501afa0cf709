"""What there is to say about the build that answers: for everyone in /about, for moderators in /corpus status."""

import math
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.answering.law import day_words
from bot.answering.selection import RECORD
from bot.editions import OpenEdition
from bot.frontends.discord_client import texts
from bot.rendering.discord_markdown import escape
from index.live_builds import Rollback
from index.models import IndexManifest

_DIGEST_CHARS = 12
_Z = 1.959964
"""How many standard deviations hold 95 % of a normal distribution."""


def about_blocks(edition: OpenEdition | None) -> list[str]:
    """Return what the bot is, which build answers, and how well it was measured to answer."""
    if edition is None:
        return [texts.ABOUT, texts.NO_INDEX]
    return [texts.ABOUT, _size_block(edition), _quality_block(edition), texts.PRIVACY]


def status_blocks(
    edition: OpenEdition | None,
    fault: str | None,
    staleness: str,
    answers: Mapping[str, int],
    waiting: int,
    work: str,
    rolled_back: Rollback | None = None,
) -> list[str]:
    """Return the state of things for a moderator.

    Args:
        edition: what answers.
        fault: why the last try to open an index failed, with the command that mends it.
        staleness: how the corpus folder compares with the build, in words.
        answers: how many answers of each outcome were given since the start.
        waiting: how many questions wait.
        work: who is at work on the corpus, in words; "" if nobody is.
        rolled_back: by which rollback the build came to answer, if by one.
    """
    blocks = [_build_line(edition.manifest) if edition else f"**Build:** none. {texts.NO_INDEX}"]
    if rolled_back:
        day = escape(rolled_back.at[:16].replace("T", " "))
        blocks.append(texts.IS_ROLLED_BACK.format(left=escape(rolled_back.left), day=day))
    if fault:
        blocks.append(f"**Index:** {escape(fault)}. Or use `/corpus reload`.")
    blocks.append(f"**Corpus folder:** {staleness}")
    given = ", ".join(f"{number} {outcome}" for outcome, number in sorted(answers.items())) or "none yet"
    blocks.append(f"**Answers since the start:** {given}; {waiting} waiting")
    if work:
        blocks.append(f"**At work:** {work}")
    return blocks


def _build_line(manifest: IndexManifest) -> str:
    counts = manifest.counts
    return (
        f"**Build:** `{manifest.build_id}` of {escape(manifest.created_at)}: {counts.get('passages', 0)} passages of "
        f"{counts.get('articles', 0)} articles, {counts.get('sources', 0)} sources\n"
        f"**Model:** {escape(manifest.model.name)}"
    )


def _size_block(edition: OpenEdition) -> str:
    """Return which version of the corpus answers, when it was built, and how much is in it."""
    manifest, corpus = edition.manifest, edition.library.corpus
    of_tables = {passage.article_id for passage in corpus.passages if passage.id.endswith(RECORD)}
    counts = (
        (sum(article.id not in of_tables for article in corpus.articles), "articles"),
        (len(corpus.legality), "records of the law in a place"),
        (len(corpus.interactions), "records of kratom with something else"),
        (len(corpus.passages), "passages"),
        (len(corpus.sources), "sources"),
    )
    size = ", ".join(f"{number:,} {what}" for number, what in counts)
    return (
        f"**Corpus version:** `{manifest.corpus_digest[:_DIGEST_CHARS]}`, build `{manifest.build_id}`, made "
        f"{_moment_words(manifest.created_at)}\n**What is in it:** {size}\n"
        f"**Search model:** {escape(manifest.model.name)}"
    )


def _quality_block(edition: OpenEdition) -> str:
    quality, threshold = edition.calibration.quality, edition.calibration.threshold
    rule = f"I answer where the probability that a passage answers is at least {threshold:.0%}."
    try:
        known, unknown = quality["questions_answerable"], quality["questions_unanswerable"]
        lines = [
            "**Measured on labelled questions that the build had not seen** (in brackets the 95 % interval):",
            f"- Of {known:,.0f} questions that the corpus answers, I answered "
            f"{_share(quality['answered_when_answerable'], known)}.",
            f"- The right article came first for {_share(quality['right_article_first'], known)} of them"
            + (
                f", and was shown for {_share(shown, known)}." if (shown := quality.get("right_article_shown")) else "."
            ),
            f"- Of {unknown:,.0f} questions that it does not answer, I left "
            f"{_share(quality['abstained_when_unanswerable'], unknown)} unanswered, as I should.",
        ]
    except KeyError:
        return f"{texts.NOT_MEASURED} {rule}"
    return "\n".join([*lines, rule])


def _share(share: float, number: float) -> str:
    """Return a measured share with its 95 % interval by Wilson's score, which holds near 0 and 1 too.

    https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval
    """
    if number < 1:
        return f"{share:.0%}"
    spread = _Z * _Z / number
    middle = (share + spread / 2) / (1 + spread)
    reach = _Z / (1 + spread) * math.sqrt((share * (1 - share) + spread / 4) / number)
    return f"{share:.0%} ({max(0.0, middle - reach):.0%} to {min(1.0, middle + reach):.0%})"


def _moment_words(created_at: str) -> str:
    """Return a time of the manifest as people read it; what is no time as it stands."""
    try:
        made = datetime.fromisoformat(created_at).astimezone(UTC)
    except ValueError:
        return escape(created_at)
    return f"on {day_words(made.date())} at {made:%H:%M} UTC"
