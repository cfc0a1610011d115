"""The soak: `uv run python -m tests.soak [--sessions 20] [--minutes 10] [--pause 4 16]`.

Starts the panel over a store of its own with an approved book, lets so many officers work at it at once, and tells what
came of it as JSON: errors, refusals, the p95 of a page action, the server's memory over time. Exit code 1 where a page
showed an error, the p95 is 2 s or more, or memory still grows by more than a tenth in the second half.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path
from statistics import median, quantiles

from tests.browser.server import free_port, stop, wait_until_well
from tests.project import ROOT
from tests.soak.officer import Officer

P95_SECONDS, GROWTH = 2.0, 0.1
SAMPLE_SECONDS = 5.0
PLANNER = str(Path(sys.executable).with_name("planner"))


def main() -> int:
    """Runs the soak and prints what came of it."""
    asked = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"PLANNER_DATABASE_URL": f"sqlite:///{folder}/soak.db", "PLANNER_LANGUAGE": "en"}
        _prepare(environment)
        found = _soak(asked, environment, Path(folder) / "server.log")
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    return 0 if found["ok"] else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.soak")
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--pause", type=float, nargs=2, default=(4.0, 16.0))
    parser.add_argument("--seed", type=int, default=20_261_123)
    return parser.parse_args()


def _prepare(environment: dict[str, str]) -> None:
    """A book made and approved, as before winter."""
    for words in (
        ["book", "--city", "changzhi"],
        ["book", "approve", "1", "--by", "王", "--reason", "演练用"],
    ):
        done = subprocess.run(
            [PLANNER, *words],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode not in (0, 3):
            raise RuntimeError(done.stderr[-2000:])


def _soak(asked: argparse.Namespace, environment: dict[str, str], log: Path) -> dict[str, object]:
    port = free_port()
    command = [PLANNER, "serve", "--port", str(port)]
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            wait_until_well(f"http://127.0.0.1:{port}", server, log)
            return _shift(asked, f"http://127.0.0.1:{port}", server.pid)
        finally:
            stop(server)


def _shift(asked: argparse.Namespace, url: str, server: int) -> dict[str, object]:
    chance, until = random.Random(asked.seed), time.monotonic() + 60.0 * asked.minutes  # noqa: S311 - who does what
    seeds = [chance.random() for _ in range(asked.sessions)]
    pause = (asked.pause[0], asked.pause[1])
    officers = [
        Officer(name=f"officer{place}", url=url, until=until, pause=pause, chance=random.Random(seed))  # noqa: S311
        for place, seed in enumerate(seeds)
    ]
    threads = [threading.Thread(target=officer.work) for officer in officers]
    for thread in threads:
        thread.start()
        time.sleep(0.2)
    memory = []
    while any(thread.is_alive() for thread in threads):
        memory.append(_resident_mb(server))
        time.sleep(SAMPLE_SECONDS)
    return _told(asked, officers, memory)


def _resident_mb(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024.0


def _told(asked: argparse.Namespace, officers: list[Officer], memory: list[float]) -> dict[str, object]:
    by_action = defaultdict(list)
    for officer in officers:
        for action, seconds in officer.times:
            by_action[action].append(seconds)
    every = [seconds for times in by_action.values() for seconds in times]
    errors = [error for officer in officers for error in officer.errors]
    half, last = memory[len(memory) // 2], max(memory[-3:])
    return {
        "ok": not errors and _p95(every) < P95_SECONDS and last <= half * (1.0 + GROWTH),
        "sessions": asked.sessions,
        "minutes": asked.minutes,
        "actions": len(every),
        "p50_s": round(median(every), 3),
        "p95_s": round(_p95(every), 3),
        "by_action": {name: [len(times), round(_p95(times), 3)] for name, times in sorted(by_action.items())},
        "plan_wait_p95_s": round(_p95([seconds for officer in officers for seconds in officer.waits]), 3),
        "issued": sum(officer.issued for officer in officers),
        "exported": sum(officer.exported for officer in officers),
        "errors": errors,
        "refusals": [text for officer in officers for text in officer.refusals],
        "memory_mb": [round(value) for value in memory[:: max(1, len(memory) // 20)]],
    }


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1] if len(values) > 1 else max(values, default=0.0)


if __name__ == "__main__":
    sys.exit(main())
