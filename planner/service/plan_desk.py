"""Where the panel's pages get their plans: the shelf of those at hand, else the queue of this process."""

from dataclasses import dataclass

from planner.panel import Shelf, the_desk
from planner.panel.work import called_off, reader_id, wait_for
from planner.service.planner import Planner
from planner.service.records import PlanOutcome
from planner.service.wishes import PlanWish, request_of, stored_plan
from planner.service.work_queue import Task, WorkQueue

__all__ = ["PlanDesk"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlanDesk:
    """Plans for all readers of a process: two who ask the same wait for one answer."""

    planner: Planner
    shelf: Shelf[str, PlanOutcome]
    queue: WorkQueue

    def ask(self, wish: PlanWish, slot: str = "plan") -> PlanOutcome:
        """The plan of a wish; while it is made the page shows how far the work has come, and goes no further.

        Args:
            slot: the place of the page that waits.

        Raises:
            FindingsError: where list, rules or dates do not let the question be asked.
        """
        key, phrasebook = self._key(wish), the_desk("app.py").phrasebook
        found = self.shelf.find(key)
        if found is not None:
            return found
        called_off(key, phrasebook, slot)
        task = self._begin(wish, reader_id())
        wait_for(task, phrasebook, slot)
        return task.answer()

    def glance(self, wish: PlanWish) -> PlanOutcome | None:
        """The plan of a wish where it is at hand; where not it is made ahead, when nothing else waits."""
        found = self.shelf.find(self._key(wish))
        if found is None:
            self._begin(wish)
        return found

    def read(self, number: int) -> PlanOutcome:
        """A stored plan by its number, refereed once and kept."""
        return self.shelf.keep(f"plan {number}", lambda: stored_plan(self.planner, number))

    def _begin(self, wish: PlanWish, reader: str = "") -> Task[PlanOutcome]:
        key = self._key(wish)

        def work(task: Task[PlanOutcome]) -> PlanOutcome:
            task.tell("read")
            outcome = self.planner.plan(request_of(self.planner, wish), task.tell, task.stop)
            return outcome if task.stop.asked() else self.shelf.keep(key, lambda: outcome)

        return self.queue.ask(key, work, reader)

    def _key(self, wish: PlanWish) -> str:
        """What the answer depends on: the newest list, grades and confirmations, and the wish."""
        lists = self.planner.list_versions(wish.city)[:1]
        moves = self.planner.grades(wish.city).versions()[:1]
        newest = [version.sha256 for version in (*lists, *moves)]
        newest.append(str(self.planner.law.mark(wish.city)))
        return f"{newest} {wish}"
