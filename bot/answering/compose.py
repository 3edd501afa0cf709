"""Put an answer together from its plan; nothing here decides, and nothing writes a sentence about kratom.

What is shown are passages, word for word, with their citations. The bot's own words are reviewed notices and the
headline of a legal record. The same plan over the same build gives the same answer, which is what a receipt relies on.
"""

from bot.answering.law import MAX_PLACES, law_headline
from bot.answering.library import Library
from bot.answering.models import Answer, CrisisKind, InvalidKind, Outcome, Plan, RefusalKind, Suggestion
from bot.answering.quoting import lead_of, quote_passages
from bot.answering.receipts import encode_receipt
from bot.answering.safeguards import Safeguards
from bot.languages.wording import translated

MANY_PLACES = "I give the law of ten places at once. Please ask about others on their own."


def compose(
    plan: Plan, safeguards: Safeguards, library: Library | None = None, probability: float | None = None
) -> Answer:
    """Return the answer that was planned; crisis, invalid, unavailable and bare refusals need no library.

    Raises:
        KeyError: the plan names a passage that is not in the library.
        ValueError: the plan is not one that an answer can be made from, such as a lead without its passage.
    """
    if plan.outcome is Outcome.ANSWERED and library is not None:
        return _answered(plan, safeguards, library, probability)
    if plan.outcome is Outcome.ABSTAINED and library is not None:
        return _abstained(plan, safeguards, library, probability)
    if plan.outcome is Outcome.REFUSED and isinstance(plan.kind, RefusalKind):
        return _refused(plan, plan.kind, safeguards, library)
    if plan.outcome is Outcome.CRISIS and isinstance(plan.kind, CrisisKind):
        card = safeguards.crisis_card(plan.kind, plan.region)
        return Answer(plan.outcome, safeguards.always(), crisis=card, receipt=encode_receipt(plan, library))
    if plan.outcome is Outcome.INVALID and isinstance(plan.kind, InvalidKind):
        message = safeguards.invalid(plan.kind)
        return Answer(plan.outcome, safeguards.always(), message=message, receipt=encode_receipt(plan, library))
    if plan.outcome is Outcome.UNAVAILABLE:
        return Answer(
            plan.outcome,
            safeguards.always(),
            message=safeguards.text("unavailable", full=True),
            help_lines=safeguards.help_lines(plan.region),
            receipt=encode_receipt(plan, library),
        )
    raise ValueError(f"no answer can be made from a plan that is {plan.outcome} with {plan.kind}")


def _answered(plan: Plan, safeguards: Safeguards, library: Library, probability: float | None) -> Answer:
    passages = [library.passages[passage_id] for passage_id in plan.passages]
    if not passages:
        raise ValueError("an answer quotes at least one passage")
    quotes, citations = quote_passages(passages, library.articles, library.corpus.sources)
    cautions = []
    if plan.about_interaction:
        cautions.append(safeguards.text("no-data-is-not-safety"))
    if any(passage.unreviewed for passage in passages):
        cautions.append(safeguards.text("unreviewed"))
    return Answer(
        plan.outcome,
        safeguards.always(),
        message=translated(MANY_PLACES, safeguards.language) if len(plan.laws) >= MAX_PLACES else "",
        headline="\n".join(law_headline(library.laws[record], plan.asked_on) for record in plan.laws),
        cautions=tuple(cautions),
        lead=lead_of(quotes, passages[0].id, passages[0].statements[plan.lead]),
        quotes=quotes,
        citations=citations,
        help_lines=_help_lines(plan, safeguards),
        probability=probability,
        build=plan.build_id,
        receipt=encode_receipt(plan, library),
    )


def _abstained(plan: Plan, safeguards: Safeguards, library: Library, probability: float | None) -> Answer:
    near = [library.passages[passage_id] for passage_id in plan.passages]
    return Answer(
        plan.outcome,
        safeguards.always(),
        message=safeguards.text("abstained", full=True),
        help_lines=_help_lines(plan, safeguards),
        suggestions=tuple(Suggestion(passage.article_title, passage.id) for passage in near),
        probability=probability,
        build=plan.build_id,
        receipt=encode_receipt(plan, library),
    )


def _refused(plan: Plan, kind: RefusalKind, safeguards: Safeguards, library: Library | None) -> Answer:
    passages = [library.passages[passage_id] for passage_id in plan.passages] if library else []
    quotes, citations = quote_passages(passages, library.articles, library.corpus.sources) if library else ((), ())
    return Answer(
        plan.outcome,
        safeguards.always(),
        message=safeguards.refusal(kind),
        quotes=quotes,
        citations=citations,
        build=plan.build_id,
        receipt=encode_receipt(plan, library),
    )


def _help_lines(plan: Plan, safeguards: Safeguards) -> tuple[str, ...]:
    return safeguards.help_lines(plan.region) if plan.show_help_line else ()
