"""Questions as they were before flashcards, which the old limits hold for.

This list only shrinks: tests/checks/test_old_format.py refuses additions, and a page that has flashcards already.
"""

from __future__ import annotations

from macros.model import FLASHCARDS, Document

OLD_FORMAT = frozenset(
    {
        "automating-processes-experience",
        "cache-hit-rate-backend-load",
        "caching-strategy-and-risk",
        "capacity-planning-approach",
        "choosing-slos-for-new-service",
        "circuit-breaker-tradeoffs",
        "config-and-deployment-methods",
        "consistency-model-choice",
        "cross-region-database-design",
        "debug-complex-issue-story",
        "disaster-recovery-strategies",
        "distributed-lock-safety",
        "experience-making-systems-reliable",
        "idempotent-payments-api",
        "important-metrics-and-decisions",
        "lessons-learned-reliability",
        "metastable-failure-recovery",
        "monitoring-strategy-complex-system",
        "mttr-as-a-metric",
        "queue-backlog-drain-time",
        "replication-lag-read-your-writes",
        "slo-for-low-traffic-and-batch",
        "testing-frameworks-and-approaches",
        "thundering-herd-on-restart",
        "what-does-an-sre-do",
    }
)


def is_old(document: Document) -> bool:
    """On the list, and nobody has begun to rewrite it."""
    return document.slug in OLD_FORMAT and document.section(FLASHCARDS) is None
