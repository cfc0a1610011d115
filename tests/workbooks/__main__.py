"""`python -m tests.workbooks FOLDER`: writes the corpus, scores every workbook of it, and prints the sums."""

import json
import sys
from pathlib import Path

from tests.workbooks.hands import HANDS
from tests.workbooks.score import score


def main(folder: Path) -> None:
    """Write and score every hand's workbook."""
    folder.mkdir(parents=True, exist_ok=True)
    scores = [score(hand, folder) for hand in HANDS]
    lines = [f"{one.name}: {one.right}/{one.values} {(*one.missing, *one.told, *one.silent)[:4]}" for one in scores]
    values, right = sum(one.values for one in scores), sum(one.right for one in scores)
    silent = sum(len(one.silent) for one in scores)
    sums = {"workbooks": len(scores), "values": values, "right": right / values, "wrong_without_a_word": silent}
    sys.stdout.write("\n".join((*lines, json.dumps(sums))) + "\n")


main(Path(sys.argv[1]))
