"""What can be chosen on the practice page."""

from __future__ import annotations

from dataclasses import dataclass

from macros.catalogue.own_pages import OwnPage
from macros.catalogue.relations import Catalogue
from macros.pages.parts import Choices, Frame, OwnView, entry


@dataclass(frozen=True, kw_only=True)
class PracticeView(OwnView):
    choices: Choices


def practice_view(catalogue: Catalogue, own: OwnPage, frame: Frame) -> PracticeView:
    """Topics that have questions, levels and kinds."""
    topics = tuple(entry(topic.document) for slug, topic in catalogue.topic.items() if catalogue.of_topic[slug])
    return PracticeView(frame=frame, template=own.template, choices=Choices(topics=topics))
