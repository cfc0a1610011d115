"""The three levels of a book as one linear model: their own rows side by side, the nesting rows between them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from planner.problem import PlanProblem
from planner.problem.records import SHARE_TOLERANCE, Floats, Indices
from planner.solve.compact import CompactModel, compact
from planner.solve.families.nesting import nesting_rows
from planner.solve.model import LinearModel, build_model, read_choice
from planner.solve.rows import CUT_ROWS, SHARE_SCALE
from planner.solve.shortfall import exact_shortfall

__all__ = ["BookModel", "build_book_model"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BookModel:
    """The joint model; its last rows are the cuts of yellow, orange and red.

    Attributes:
        problems: the three levels in order; `models` and `parts` their own models, in full and compact.
        allowed: (5,) a level, the share of the base by which each cut may be missed.
        joint: the compact models under one roof.
    """

    problems: tuple[PlanProblem, ...]
    models: tuple[LinearModel, ...]
    parts: tuple[CompactModel, ...]
    allowed: tuple[Floats, ...]
    joint: CompactModel

    def choices(self, values: Floats) -> tuple[Indices, ...]:
        """The options of each level behind a 0/1 answer of the joint model."""
        ends = np.cumsum([len(part.cost) for part in self.parts])
        return tuple(
            read_choice(problem, model.columns, np.asarray(part.spread @ own))
            for problem, model, part, own in zip(
                self.problems, self.models, self.parts, np.split(values, ends[:-1]), strict=True
            )
        )

    @property
    def missing(self) -> Callable[[Floats], Floats]:
        """From a 0/1 answer, by how much each row is missed in exact arithmetic, in its unit; only cuts can be."""

        def measured(values: Floats) -> Floats:
            chosen, rows = self.choices(values), np.zeros(len(self.joint.lower))
            short = np.concatenate(
                [
                    exact_shortfall(problem, own) - allowed
                    for problem, own, allowed in zip(self.problems, chosen, self.allowed, strict=True)
                ]
            )
            rows[-len(short) :] = np.where(short > SHARE_TOLERANCE, short, 0.0) * SHARE_SCALE
            return rows

        return measured


def build_book_model(
    problems: tuple[PlanProblem, ...], allowed: tuple[Floats, ...], weights: tuple[float, ...]
) -> BookModel:
    """The cost stage of the whole book.

    Args:
        allowed: (5,) a level, the share of the base by which each cut may be missed.
        weights: what a yuan of each level counts, > 0.
    """
    models = tuple(build_model(problem, short) for problem, short in zip(problems, allowed, strict=True))
    parts = tuple(compact(problem, model) for problem, model in zip(problems, models, strict=True))
    return BookModel(
        problems=problems,
        models=models,
        parts=parts,
        allowed=allowed,
        joint=_joined(parts, _nesting(problems, models, parts), weights),
    )


def _nesting(
    problems: tuple[PlanProblem, ...], models: tuple[LinearModel, ...], parts: tuple[CompactModel, ...]
) -> tuple[sparse.csr_array, Floats]:
    """The nesting rows over the compact columns; rows that say the same stand once."""
    block = nesting_rows(problems, tuple(model.columns for model in models))
    width = sum(model.columns.count for model in models)
    shape = (len(block.names), width)
    rows = sparse.csr_array((block.value, (block.row, block.column)), shape=shape)
    over = sparse.csr_array(rows @ sparse.block_diag([part.spread for part in parts], format="csr"))
    over.eliminate_zeros()
    return _distinct(over, block.lower)


def _distinct(rows: sparse.csr_array, lower: Floats) -> tuple[sparse.csr_array, Floats]:
    rows.sum_duplicates()
    seen: dict[tuple[bytes, bytes, float], int] = {}
    for index, (start, end) in enumerate(zip(rows.indptr[:-1].tolist(), rows.indptr[1:].tolist(), strict=True)):
        if end > start:
            key = (rows.indices[start:end].tobytes(), rows.data[start:end].tobytes(), float(lower[index]))
            seen.setdefault(key, index)
    kept = np.array(list(seen.values()), dtype=np.int64)
    return sparse.csr_array(rows[kept]), lower[kept]


def _joined(
    parts: tuple[CompactModel, ...], nesting: tuple[sparse.csr_array, Floats], weights: tuple[float, ...]
) -> CompactModel:
    cuts = len(CUT_ROWS)
    own = sparse.csr_array(sparse.block_diag([part.matrix for part in parts], format="csr"))
    ends = np.cumsum([len(part.lower) for part in parts])
    is_cut = np.zeros(ends[-1], dtype=bool)
    for end in ends.tolist():
        is_cut[end - cuts : end] = True
    lower, upper = (np.concatenate([getattr(part, side) for part in parts]) for side in ("lower", "upper"))
    between, least = nesting
    return CompactModel(
        cost=np.concatenate([weight * part.cost for weight, part in zip(weights, parts, strict=True)]),
        offset=float(sum(weight * part.offset for weight, part in zip(weights, parts, strict=True))),
        cap=np.concatenate([part.cap for part in parts]),
        is_integer=np.concatenate([part.is_integer for part in parts]),
        matrix=sparse.csr_array(sparse.vstack([own[~is_cut], between, own[is_cut]])),
        lower=np.concatenate([lower[~is_cut], least, lower[is_cut]]),
        upper=np.concatenate([upper[~is_cut], np.full(len(least), np.inf), upper[is_cut]]),
        spread=sparse.csr_array(sparse.block_diag([part.spread for part in parts], format="csr")),
    )
