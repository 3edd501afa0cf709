"""What there is to say about the build that answers: for everyone in /about, for moderators in /corpus status."""

from collections.abc import Mapping

from bot.editions import OpenEdition
from bot.frontends.discord_client import texts
from bot.rendering.discord_markdown import escape
from index.live_builds import Rollback
from index.models import IndexManifest


def about_blocks(edition: OpenEdition | None) -> list[str]:
    """Return what the bot is, which build answers, and how well it was measured to answer."""
    if edition is None:
        return [texts.ABOUT, texts.NO_INDEX]
    return [texts.ABOUT, _build_line(edition.manifest), _quality_block(edition), texts.PRIVACY]


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


def _quality_block(edition: OpenEdition) -> str:
    quality, threshold = edition.calibration.quality, edition.calibration.threshold
    rule = f"I answer where the probability that a passage answers is at least {threshold:.0%}."
    try:
        return (
            "**Measured on questions the build had not seen:** "
            f"of {quality['questions_answerable']:.0f} it could answer, "
            f"{quality['answered_when_answerable']:.0%} were answered, and the right article came first for "
            f"{quality['right_article_first']:.0%}; of {quality['questions_unanswerable']:.0f} it could not, "
            f"{quality['abstained_when_unanswerable']:.0%} were left unanswered. {rule}"
        )
    except KeyError:
        return f"{texts.NOT_MEASURED} {rule}"
