"""Which page leads to which: all of it computed from the links that authors write."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property

from macros.model import Bank, Document, Kit, Question, Term, Topic

RELATED = 5


def linked_paths(document: Document) -> list[str]:
    """Paths of the pages that a page links to, each once, in order of the first link."""
    targets = (link.target for link in document.links if not link.image)
    elsewhere = (target for target in targets if target and not target.startswith("#") and "://" not in target.partition("#")[0])
    return list(dict.fromkeys(map(document.resolve, elsewhere)))


def in_order(questions: list[Question]) -> list[Question]:
    """Easier levels first, then by title: the order of a topic's list, and of previous and next."""
    return sorted(questions, key=lambda q: (q.fields.level.rank, q.document.title.lower(), q.document.slug))


class Catalogue:
    """Look-ups over one Bank, each computed once."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank

    @cached_property
    def question(self) -> Mapping[str, Question]:
        return {question.document.path: question for question in self.bank.questions}

    @cached_property
    def term(self) -> Mapping[str, Term]:
        return {term.document.path: term for term in self.bank.terms}

    @cached_property
    def kit(self) -> Mapping[str, Kit]:
        return {kit.document.path: kit for kit in self.bank.kits}

    @cached_property
    def topic(self) -> Mapping[str, Topic]:
        """Topics by slug, in order of their titles."""
        return {topic.document.slug: topic for topic in sorted(self.bank.topics, key=lambda t: t.document.title.lower())}

    @cached_property
    def of_topic(self) -> Mapping[str, list[Question]]:
        """Questions by the slug of their topic, each list in order; a topic without questions has an empty list."""
        lists: dict[str, list[Question]] = {slug: [] for slug in self.topic}
        for question in self.bank.questions:
            lists.setdefault(question.fields.topic, []).append(question)
        return {slug: in_order(questions) for slug, questions in lists.items()}

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """Place of each question in the list of its topic."""
        return {question.document.path: index for row in self.of_topic.values() for index, question in enumerate(row)}

    @cached_property
    def _links(self) -> Mapping[str, list[str]]:
        return {path: linked_paths(document) for path, document in self.bank.documents.items()}

    @cached_property
    def _back_links(self) -> Mapping[str, list[str]]:
        back: dict[str, list[str]] = defaultdict(list)
        for path, targets in self._links.items():
            for target in targets:
                if target != path:
                    back[target].append(path)
        return back

    @cached_property
    def sources(self) -> frozenset[str]:
        """Addresses of the different sources that questions cite."""
        return frozenset(link.target for question in self.bank.questions for link in question.document.links if link.footnote)

    def used_in(self, path: str) -> list[Question]:
        """Questions that link to a page."""
        return in_order([self.question[source] for source in self._back_links.get(path, ()) if source in self.question])

    def topics_using(self, path: str) -> list[Topic]:
        sources = self._back_links.get(path, ())
        return [topic for topic in self.topic.values() if topic.document.path in sources]

    def terms_of(self, path: str) -> list[Term]:
        """Terms that a page links to, in order of mention."""
        return [self.term[target] for target in self._links.get(path, ()) if target in self.term]

    def related(self, question: Question) -> list[Question]:
        """Questions linked from this one, then those that link to it, then those that share most of its terms."""
        path = question.document.path
        linked = [self.question[target] for target in self._links[path] if target in self.question and target != path]
        known = {other.document.path for other in linked}
        for other in self.used_in(path):
            if other.document.path not in known:
                linked.append(other)
                known.add(other.document.path)
        if len(linked) < RELATED:
            linked.extend(self._by_shared_terms(question, known)[: RELATED - len(linked)])
        return linked[:RELATED]

    def _by_shared_terms(self, question: Question, known: set[str]) -> list[Question]:
        path = question.document.path
        shared = Counter(source for term in self.terms_of(path) for source in self._back_links.get(term.document.path, ()))
        several = [source for source, count in shared.items() if count >= 3 and source in self.question]
        ranked = sorted(several, key=lambda source: (-shared[source], source))
        return [self.question[source] for source in ranked if source != path and source not in known]

    def neighbors(self, question: Question) -> tuple[Question | None, Question | None]:
        """Previous and next question of the same topic."""
        row = self.of_topic[question.fields.topic]
        index = self._places[question.document.path]
        return (row[index - 1] if index else None), (row[index + 1] if index + 1 < len(row) else None)
