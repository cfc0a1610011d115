"""`python -m tests.other_books FOLDER [FIRST LAST]`: writes the second writer's workbooks, scores them, prints sums."""

import json
import sys
from pathlib import Path

from tests.other_books.reading import score


def main(folder: Path, first: int, last: int) -> None:
    """Write and score the workbooks of a range of seeds, asked columns unanswered and answered."""
    folder.mkdir(parents=True, exist_ok=True)
    for answered in (False, True):
        scores = [score(seed, folder, answered=answered) for seed in range(first, last)]
        for one in scores:
            sys.stdout.write(f"{one.name}: {one.right}/{one.values}\n")
            for kind in ("missing", "told", "silent"):
                sys.stdout.writelines(
                    f"   {kind} {len(getattr(one, kind))} {item}\n" for item in getattr(one, kind)[:6]
                )
        values, right = sum(one.values for one in scores), sum(one.right for one in scores)
        silent, told = sum(len(one.silent) for one in scores), sum(len(one.told) for one in scores)
        sums = {"answered": answered, "workbooks": len(scores), "values": values, "right": right / values}
        sys.stdout.write(json.dumps(sums | {"told": told, "wrong_without_a_word": silent}) + "\n")


main(Path(sys.argv[1]), *(map(int, sys.argv[2:4]) if len(sys.argv) > 3 else (1, 49)))
