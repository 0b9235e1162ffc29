"""What a plan in the library goes by: its file's name, and labels that no other plan goes by."""

from __future__ import annotations

from collections.abc import Iterator

from plancmp.plans.faults import FaultKind, Violation
from plancmp.plans.library import Library, labels_of, same_label
from plancmp.plans.reading import PlanFile


def check_labels(plan_file: PlanFile, library: Library) -> Iterator[Violation]:
    """An id that is not the file's name, and labels that another plan goes by; nothing for a file outside the library.

    A clash of two folders is held against the plan in the first of them: what came with plancmp is not in its hands.
    """
    behind = library.from_folder_of(plan_file.path)
    if behind is None:
        return
    plan, stem = plan_file.plan, plan_file.path.stem
    if plan.id != stem:
        yield Violation("id", FaultKind.FILE_NAME, plan.id, stem)
    paths = ("id", "name", *(f"aliases[{number}]" for number in range(len(plan.aliases))))
    for path, label in zip(paths, (plan.id, plan.name, *plan.aliases), strict=True):
        for other_path, other in behind.identities:
            taken = any(same_label(label, other_label) for other_label in labels_of(other))
            if taken and other_path.resolve() != plan_file.path.resolve():
                yield Violation(path, FaultKind.NAME_TAKEN, label, other.id)
