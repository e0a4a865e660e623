"""The exemplar page with a sound block of every language, for the tests of the checkers."""

from __future__ import annotations

from pathlib import Path

from tests.artifacts.artifact import ARTIFACTS, Artifact, Fault, artifacts_of
from tests.artifacts.checkers import check, checker_of

SLUG = "burn-rate-alert-design"
PATH = f"docs/questions/{SLUG}.md"

BLOCKS = """
```promql
sum by (job) (rate(http_requests_total{code=~"5.."}[5m]))
  / sum by (job) (rate(http_requests_total[5m]))

histogram_quantile(0.99, sum by (le) (rate(request_duration_seconds_bucket[5m])))
```

```yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: checkout}
spec:
  replicas: 3
  selector:
    matchLabels: {app: checkout}
  template:
    metadata:
      labels: {app: checkout}
    spec:
      containers:
        - name: checkout
          image: registry.example.com/checkout:1.4.2
          readinessProbe:
            httpGet: {path: /ready, port: 8080}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: checkout}
spec:
  minAvailable: 2
  selector:
    matchLabels: {app: checkout}
```

```yaml
name: Deploy
on:
  push:
    branches: [main]
jobs:
  deploy:
    runs-on: ubuntu-24.04
    steps:
      - run: make deploy
```

```yaml
route:
  receiver: pager
  group_by: [alertname]
```

```json
{
  "region": "eu-west-1",
  "weight": 10
}
```

```toml
[pool]
size = 20
```

```sh
set -eu
for host in web-1 web-2; do
  ssh "$host" 'systemctl reload nginx'
done
```

The output is made up:

```console
$ kubectl get pods \\
    --selector app=checkout
NAME         READY   it's
checkout-1   1/1     up
$ df -h "$HOME"
```

```sql
CREATE TABLE orders (id bigint PRIMARY KEY, amount numeric NOT NULL);
-- é
CREATE INDEX CONCURRENTLY orders_amount ON orders (amount);
```

```sql
BEGIN;
SELECT id,
  amount
FROM orders FOR UPDATE SKIP LOCKED;
COMMIT;
```

```sqlite
CREATE TABLE jobs (id INTEGER PRIMARY KEY, state TEXT);
INSERT INTO jobs (state) VALUES ('new; still new');
SELECT id,
  state
FROM jobs;
```

```mysql
SELECT id
FROM orders FORCE INDEX (amount) WHERE amount > 10;
```

```nginx
limit_req_zone $binary_remote_addr zone=api:10m rate=10r/s;
upstream checkout {
    server a.example.com:8080 max_fails=3;
}
server {
    listen 443 ssl;
    listen [::]:443 ssl;
    ssl_certificate /etc/ssl/site.pem;
    ssl_certificate_key /etc/ssl/site.key;
    access_log /var/log/nginx/site.log;
    location / {
        limit_req zone=api burst=20 nodelay;
        proxy_pass http://checkout;
    }
}
```

```nginx
location /health {
    return 200;
}
```

```nginx
user www-data;
worker_processes auto;
events { worker_connections 1024; }
http {
    include /etc/nginx/mime.types;
    server { listen 80; listen unix:/run/site.sock; }
}
```

```haproxy
backend checkout
    balance leastconn
    errorfile 503 /etc/haproxy/503.http
    server a a.example.com:8080 check
```

```haproxy
global
    user haproxy
    chroot /var/lib/haproxy
defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
frontend www
    bind :443 ssl crt /etc/ssl/site.pem
    default_backend www
backend www
    server a 192.0.2.7:8080
```

```python
import json

print(json.dumps({"retries": 3}))
```

```js
const answer = await fetch("https://example.com/");
console.log(answer.status);
```
"""
PAGE = (ARTIFACTS.parent.parent / PATH).read_text(encoding="utf-8").replace("\n## Sources", f"\n{BLOCKS}\n## Sources")


def artifacts(text: str, files: Path, *kinds: str) -> tuple[Artifact, ...]:
    """The page's artifacts, those of some checkers only where any are named."""
    found = artifacts_of(text.encode(), PATH, files)
    return tuple(artifact for artifact in found if not kinds or checker_of(artifact) in kinds)


def broken(old: str, new: str, kind: str, files: Path) -> tuple[list[Fault], int]:
    """What is found after one replacement, and the line on which that was made."""
    assert PAGE.count(old) == 1, old
    start = PAGE.index(old)
    return check(artifacts(PAGE.replace(old, new), files, kind)), PAGE.count("\n", 0, start) + 1
