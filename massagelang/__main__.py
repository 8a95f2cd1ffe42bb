"""The program `mass`: the command line in a process of its own, where it need not share the memory with anybody."""

from __future__ import annotations

import gc


def main() -> None:
    """Run the command line. A run is short and leaves no rings behind, so no collector looks through its memory.

    That is a sixth of what a small check costs.
    """
    gc.disable()
    from massagelang.cli import main as doors  # noqa: PLC0415  (what it imports is what would be looked through)

    try:
        doors(prog_name="mass")
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
