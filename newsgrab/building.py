"""What a build of the package does beside copying: it prepares our data files; see ``datafiles``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent.parent


class Preparing(BuildHookInterface[Any]):
    """Hatchling's way to have a file written before a wheel is packed, or a clone installed."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  as Hatchling calls it
        """Write the file and have it packed, though git ignores it; where none can be written, go without."""
        sys.path.insert(0, str(ROOT))  # the builder runs this file by its path
        from newsgrab.datafiles import PREPARED
        from newsgrab.preparing import prepare

        whole = PREPARED.with_suffix(".whole")
        try:
            whole.write_text(prepare(), "utf-8")
            whole.replace(PREPARED)  # at once, for a run may be reading it
        except OSError as error:
            self.app.display_warning(f"data files are not prepared, so each run reads them anew: {error}")
            return
        build_data["artifacts"].append(f"/{PREPARED.relative_to(ROOT).as_posix()}")
