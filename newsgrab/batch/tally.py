"""What a run came to: counts by outcome and by class, one sentence, one exit code."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from newsgrab.errors import ExitCode
from newsgrab.model import Failed, Outcome
from newsgrab.outcomes import status_of, weigh
from newsgrab.text import counted


@dataclass(slots=True)
class Tally:
    """Counts as they come in."""

    outcomes: Counter[str] = field(
        default_factory=Counter
    )  # by word: saved, updated, unchanged, skipped, failed
    errors: Counter[str] = field(default_factory=Counter)  # by class
    exit_codes: set[int] = field(default_factory=set)  # of failures
    bad_lines: int = 0
    left: int = 0  # addresses not come to
    is_cut: bool = False  # the lists were not read to their end
    lists_read: int = 0  # of what is followed

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        self.outcomes[status_of(outcome)] += 1
        if isinstance(outcome, Failed):
            self.errors[outcome.code] += 1
            self.exit_codes.add(outcome.exit_code)

    @property
    def pages(self) -> int:
        """Return how many addresses have ended in some way."""
        return self.outcomes.total()

    @property
    def is_unfinished(self) -> bool:
        """Tell whether something is left for the next run."""
        return bool(self.left) or self.is_cut

    @property
    def exit_code(self) -> ExitCode:
        """Weigh the run; what was left undone counts as failed."""
        if self.is_unfinished and ExitCode.ARCHIVE not in self.exit_codes:
            return ExitCode.SOME_FAILED
        is_any_fine = bool(self.lists_read) or self.pages > self.outcomes["failed"]
        wrong = {ExitCode.USAGE} if self.bad_lines else set()
        return weigh(self.exit_codes or wrong, is_any_fine=is_any_fine)

    def sentence(self) -> str:
        """Say it in one line.

        >>> from newsgrab.model import Saved
        >>> tally = Tally()
        >>> tally.add(Saved(url="https://example.org/a", file="a.md"))
        >>> tally.add(Failed(url="https://example.org/b", code="net.dns", message="no host", exit_code=4))
        >>> tally.sentence()
        '2 pages: 1 saved, 1 failed (net.dns 1)'
        >>> Tally(bad_lines=1, left=3).sentence()
        '0 pages; 3 left for the next run; 1 line was no address'
        >>> Tally(left=3, is_cut=True).sentence()
        '0 pages; 3 and the unread rest left for the next run'
        """
        words = ("saved", "updated", "unchanged", "skipped", "failed")
        counts = ", ".join(f"{self.outcomes[word]:,} {word}" for word in words if self.outcomes[word])
        classes = ", ".join(f"{code} {count:,}" for code, count in self.errors.most_common())
        left = [f"{self.left:,}"] * bool(self.left) + ["the unread rest"] * self.is_cut
        more = [f"{' and '.join(left)} left for the next run"] if left else []
        wrong = "line was no address" if self.bad_lines == 1 else "lines were no addresses"
        more += [f"{self.bad_lines:,} {wrong}"] if self.bad_lines else []
        said = counted(self.pages, "page") + (f": {counts}" if counts else "")
        return "; ".join([said + (f" ({classes})" if classes else ""), *more])
