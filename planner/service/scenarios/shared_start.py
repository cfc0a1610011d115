"""The base's answer as a start, kept once in the store: whoever asks first solves it, all others read it.

It stands beside the answers under a key of its own. Solving it again gives the very same bytes, so that a worker that
finds none is no danger, only slower.
"""

import hashlib
from datetime import datetime

from planner.service.scenarios.base import open_base, start_text
from planner.service.scenarios.ground import Ground
from planner.store import Store, StoredOutcome
from planner.terms import BEIJING

__all__ = ["shared_start"]


def shared_start(store: Store, key: str, ground: Ground) -> str:
    """The start of a sweep as text (see `start_text`); solved and kept where the store has none."""
    own = hashlib.sha256(f"{key} start".encode()).hexdigest()
    stored = store.outcomes(own)
    if not stored:
        text = start_text(open_base(ground))
        new = StoredOutcome(sweep_key=own, scenario_key=own, outcome=text, firms=b"", answered_at=datetime.now(BEIJING))
        store.add_outcome(new)
        stored = store.outcomes(own)
    return stored[0].outcome
