"""Pages of the old format: one list that only shrinks."""

from __future__ import annotations

import pytest

from macros.checks.old_format import OLD_FORMAT, is_old
from macros.model import FLASHCARDS
from macros.reading.folder import Loaded, read
from tests.conftest import BANK, DOCS

# The list as it was when flashcards came. Take away what leaves it; add nothing.
AT_FIRST = frozenset(
    {
        "automating-processes-experience",
        "availability-in-series-and-parallel",
        "average-vs-percentile",
        "backoff-and-jitter",
        "cache-hit-rate-backend-load",
        "caching-strategy-and-risk",
        "cap-and-pacelc",
        "capacity-planning-approach",
        "choose-a-timeout",
        "choosing-slos-for-new-service",
        "circuit-breaker-tradeoffs",
        "config-and-deployment-methods",
        "consistency-model-choice",
        "cross-region-database-design",
        "debug-complex-issue-story",
        "dependency-slo-contract",
        "disaster-recovery-strategies",
        "distributed-lock-safety",
        "error-budget-arithmetic",
        "error-budget-exhausted",
        "experience-making-systems-reliable",
        "fan-out-tail-probability",
        "idempotent-payments-api",
        "important-metrics-and-decisions",
        "kingman-variability",
        "lessons-learned-reliability",
        "littles-law-concurrency",
        "load-shedding-design",
        "metastable-failure-recovery",
        "monitoring-strategy-complex-system",
        "mttr-as-a-metric",
        "nines-to-downtime",
        "queue-backlog-drain-time",
        "quorum-availability",
        "quorum-sizes",
        "raft-leader-failure",
        "replication-lag-read-your-writes",
        "retry-amplification",
        "sli-slo-sla-difference",
        "slo-for-low-traffic-and-batch",
        "split-brain-explained",
        "testing-frameworks-and-approaches",
        "thundering-herd-on-restart",
        "utilization-and-latency",
        "what-does-an-sre-do",
        "why-not-100-percent",
    }
)


def test_no_page_is_added() -> None:
    assert OLD_FORMAT <= AT_FIRST


@pytest.mark.parametrize("slug", sorted(OLD_FORMAT))
def test_every_page_on_it_is_there_and_has_no_flashcards(slug: str, loaded: Loaded) -> None:
    document = loaded.bank.documents[f"docs/questions/{slug}.md"]
    assert document.section(FLASHCARDS) is None, f"take {slug} off the list in macros/checks/old_format.py"
    assert is_old(document)


def test_a_page_that_is_not_on_it_has_flashcards(loaded: Loaded) -> None:
    pages = {path.stem for path in (DOCS / "questions").glob("*.md")} - {"index"} - OLD_FORMAT
    assert all(loaded.bank.documents[f"docs/questions/{slug}.md"].flashcards for slug in pages)


def test_whoever_writes_flashcards_writes_the_new_format() -> None:
    text = (BANK / "questions/first.md").read_bytes()
    rewritten, _ = read(text, f"docs/questions/{min(AT_FIRST)}.md")
    assert rewritten
    assert not is_old(rewritten)
