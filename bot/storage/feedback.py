"""Feedback by passage: one row for a person, a build and a passage, replaced when they change their mind."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, func, insert, or_, select

from bot.state.keys import AskerKeys
from bot.state.models import FeedbackReason, PassageFeedback, PersonId, Subject, Verdict, Vote, check_token
from bot.storage.audit import Clock
from bot.storage.database import Database
from bot.storage.tables import feedback


class StoredFeedback:
    """Satisfies `FeedbackRepository`."""

    def __init__(self, database: Database, keys: AskerKeys, now: Clock) -> None:
        self._database = database
        self._keys = keys
        self._now = now

    def give(self, person: PersonId, build_id: str, passage_ids: Collection[str], vote: Vote) -> None:
        """Save or change a person's verdict on the passages of an answer."""
        check_token(build_id, "a build")
        rows = [
            {
                "build_id": build_id,
                "passage_id": check_token(passage_id, "a passage"),
                "asker_key": self._keys.of_feedback(person, build_id, passage_id),
                "verdict": vote.verdict,
                "reason": vote.reason,
                "given_on": self._now().date(),
            }
            for passage_id in dict.fromkeys(passage_ids)
        ]
        if not rows:
            return

        def work(connection: Connection) -> None:
            connection.execute(delete(feedback).where(self._of(person, build_id, passage_ids)))
            connection.execute(insert(feedback), rows)

        self._database.write(work)

    def take_back(self, person: PersonId, build_id: str, passage_ids: Collection[str]) -> int:
        """Remove a person's verdicts on these passages; return how many there were."""
        query = delete(feedback).where(self._of(person, build_id, passage_ids))
        return self._database.write(lambda connection: connection.execute(query).rowcount)

    def given(self, person: PersonId, build_id: str, passage_id: str) -> Vote | None:
        """Return a person's verdict on a passage; None where they gave none."""
        query = select(feedback.c.verdict, feedback.c.reason).where(self._of(person, build_id, [passage_id]))
        row = self._database.read(lambda connection: connection.execute(query).one_or_none())
        return None if row is None else Vote(Verdict(row.verdict), FeedbackReason(row.reason) if row.reason else None)

    def by_passage(self, most: int = 25) -> tuple[PassageFeedback, ...]:
        """Return the counts by passage and build, those that helped least first."""
        return self._counts()[:most]

    def of(self, subject: Subject) -> tuple[PassageFeedback, ...]:
        """Return the counts of one passage, or of an article's passages, in all builds."""
        inside = feedback.c.passage_id.startswith(f"{subject.id}#", autoescape=True)
        return self._counts(or_(feedback.c.passage_id == subject.id, inside))

    def _counts(self, *conditions: ColumnElement[bool]) -> tuple[PassageFeedback, ...]:
        what = (feedback.c.passage_id, feedback.c.build_id, feedback.c.verdict, feedback.c.reason)
        query = select(*what, func.count().label("people")).where(*conditions).group_by(*what)
        rows = self._database.read(lambda connection: connection.execute(query).all())
        groups: dict[tuple[str, str], list[Row[Any]]] = {}
        for row in rows:
            groups.setdefault((row.passage_id, row.build_id), []).append(row)
        counts = [_to_counts(passage_id, build_id, rows) for (passage_id, build_id), rows in groups.items()]
        return tuple(sorted(counts, key=lambda one: (-one.not_helpful, one.helpful, one.passage_id, one.build_id)))

    def _of(self, person: PersonId, build_id: str, passage_ids: Collection[str]) -> ColumnElement[bool]:
        mine = [
            and_(
                feedback.c.build_id == build_id,
                feedback.c.passage_id == passage_id,
                feedback.c.asker_key == self._keys.of_feedback(person, build_id, passage_id),
            )
            for passage_id in passage_ids
        ]
        return or_(False, *mine)


def _to_counts(passage_id: str, build_id: str, rows: Sequence[Row[Any]]) -> PassageFeedback:
    by_verdict = {verdict: sum(row.people for row in rows if row.verdict == verdict) for verdict in Verdict}
    reasons = [(FeedbackReason(row.reason), row.people) for row in rows if row.reason]
    ordered = tuple(sorted(reasons, key=lambda pair: (-pair[1], pair[0])))
    return PassageFeedback(passage_id, build_id, by_verdict[Verdict.HELPFUL], by_verdict[Verdict.NOT_HELPFUL], ordered)
