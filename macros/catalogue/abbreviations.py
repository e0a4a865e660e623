"""What people type for a word that the pages write out: for the search alone.

Another name of a term belongs to the term, as `aka`; here stand words that are no term, and nicknames that no page should use.
"""

from __future__ import annotations

from collections.abc import Mapping

ABBREVIATIONS: Mapping[str, str] = {
    "autoscaler": "autoscaling",
    "db": "database",
    "dbs": "databases",
    "elastic": "elastic stack",
    "es": "elasticsearch",
    "infra": "infrastructure",
    "k8": "kubernetes",
    "k8s": "kubernetes",
    "kube": "kubernetes",
    "lb": "load balancer",
    "mq": "queue",
    "o11y": "observability",
    "oncaller": "on-call",
    "p90": "percentile",
    "p999": "percentile",
    "perf": "performance",
    "pg": "postgresql",
    "postgres": "postgresql",
    "prom": "prometheus",
    "sev1": "severity",
    "sev2": "severity",
    "tf": "terraform",
    "util": "utilization",
    "utilisation": "utilization",  # what people type
    "99th": "percentile",
}
