"""How the time of a part is known: written, estimated, or partly the one and partly the other."""

from __future__ import annotations

from massagelang.plan.model import Act, Aside, Basis, Choice, Planned, inner

WRITTEN, ESTIMATED, MIXED = "written", "estimated", "mixed"


def basis_of(part: Planned) -> str:
    """`written` when all times follow from what was written, `estimated` when none does, else `mixed`."""
    found = _bases(part, {})
    return MIXED if len(found) > 1 else next(iter(found), WRITTEN)


def _bases(part: Planned, known: dict[int, frozenset[str]]) -> frozenset[str]:
    """What there is in a part; parts that are shared are looked at once."""
    if id(part) not in known:
        known[id(part)] = _found(part, known)
    return known[id(part)]


def _found(part: Planned, known: dict[int, frozenset[str]]) -> frozenset[str]:
    time = part.time
    if not time.longest:
        return frozenset()
    if isinstance(part, Act):
        return frozenset({WRITTEN if time.basis is Basis.WRITTEN else ESTIMATED})
    if part.budget is not None and time.shortest == time.longest == part.budget.ideal:
        return frozenset({WRITTEN})
    inside = part.options[:1] if isinstance(part, Choice) else () if _is_out(part) else inner(part)
    return frozenset().union(*(_bases(one, known) for one in inside))


def _is_out(part: Planned) -> bool:
    return isinstance(part, Aside) and not part.usually_in
