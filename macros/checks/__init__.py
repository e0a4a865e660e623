"""What every page must be. RULES is the whole list; each rule is a pure function of the Bank."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeAlias

from macros.checks import (
    characters,
    copies,
    examples,
    figures,
    flashcards,
    follow_ups,
    front_matter,
    kits,
    links,
    names,
    preview,
    rubric,
    safety,
    sections,
    sources,
    stories,
    terms,
)
from macros.checks.addresses import vanished
from macros.model import Bank
from macros.model.problem import Problem

Rule: TypeAlias = Callable[[Bank], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    front_matter.fits_the_model,
    front_matter.dates_in_order,
    front_matter.topic_exists,
    front_matter.aliases_are_free,
    names.slug_is_well_formed,
    names.one_title,
    names.anchors_are_their_own,
    names.title_is_a_question,
    names.titles_differ,
    sections.complete_and_in_order,
    sections.not_empty,
    sections.lengths,
    rubric.rubric_complete,
    follow_ups.follow_ups_answered,
    rubric.says_why_it_is_asked,
    stories.own_story_first,
    flashcards.cards_well_formed,
    flashcards.no_card_twice,
    sources.defined_and_used,
    sources.complete,
    sources.footnote_names,
    links.relative_and_existing,
    links.no_orphan_term,
    figures.drawn_and_described,
    terms.definition_stands_first,
    terms.topic_has_scope_and_reason,
    kits.kit_can_be_run,
    characters.can_be_printed,
    characters.title_can_be_drawn,
    characters.nothing_hidden,
    links.says_where_it_leads,
    safety.plain_markdown_only,
    safety.stands_between_blank_lines,
    safety.nothing_that_only_github_adds,
    preview.shown_as_on_github,
    safety.code_in_known_languages,
    safety.macros_only_on_listed_pages,
    examples.harmless_imports,
    copies.no_copied_text,
)


# These look at each page by itself, and take long.
ALONE: frozenset[Rule] = frozenset({preview.shown_as_on_github})


def check(bank: Bank, only: Collection[str] = ()) -> list[Problem]:
    """Apply every rule; sorted, without repetition. Where `only` names pages, what is said of others may be incomplete."""
    kept = {path: document for path, document in bank.documents.items() if path in only}
    some = bank.model_copy(update={"documents": kept}) if only else bank
    return sorted({problem for rule in RULES for problem in rule(some if rule in ALONE else bank)})


def problems_of(
    bank: Bank, unread: Iterable[Problem] = (), before: Bank | None = None, only: Collection[str] = ()
) -> list[Problem]:
    """Everything that is wrong, sorted: `unread` is what kept files from being read, `before` what was published."""
    gone = vanished(before, bank) if before else ()
    found = sorted({*unread, *check(bank, only), *gone})
    return [problem for problem in found if problem.path in only] if only else found
