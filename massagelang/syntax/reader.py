"""Runs the grammar's tables over tokens. Knows the grammar only as tables, and nothing of the language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from massagelang.source import Span
from massagelang.syntax.scanner import NO_NAMES, WORD, Names, Token
from massagelang.syntax.tables import DROP, KEEP, Tables, tables

Build = Callable[[str, list[Any], Span], Any]
"""Makes a node from a rule's name, its parts (nodes and tokens) and where they stand."""

_END = "$END"


class Stuck(Exception):
    """The grammar cannot take the token at `index` (the end of the line, if there is none)."""

    def __init__(self, index: int, expected: frozenset[str]) -> None:
        super().__init__(index)
        self.index = index
        self.expected = expected


def read(tokens: Sequence[Token], build: Build, names: Names = NO_NAMES) -> Any:
    """The node that `tokens` make. Errors: `Stuck` at the first token that the grammar cannot take."""
    return _Run(tables(), build, names).over(tokens)


def may_follow(tokens: Sequence[Token], names: Names = NO_NAMES) -> tuple[frozenset[str], frozenset[str]]:
    """The terminals that are told apart from names right after `tokens`, and those of them that the grammar takes.

    The first are more: a word may be read as a keyword that only a longer rule, begun elsewhere, could take.
    """
    run = _Run(tables(), lambda _name, _parts, _span: None, names)
    run.take(tokens)
    row = run.grammar.actions[run.states[-1]]
    told = frozenset(symbol for symbol in row if symbol.isupper())
    return told, frozenset(symbol for symbol in told if run.takes(symbol))


class _Run:
    """One run of the tables: a stack of states, and for each the value that stands there and its stretch."""

    def __init__(self, grammar: Tables, build: Build, names: Names) -> None:
        self.grammar = grammar
        self.build = build
        self.names = names
        self.states = [grammar.start]
        self.values: list[tuple[Any, int, int]] = []
        self.taken = 0

    def over(self, tokens: Sequence[Token]) -> Any:
        self.take(tokens)
        self.taken = len(tokens)
        self.reduce_before(_END)
        return self.values[-1][0]

    def take(self, tokens: Sequence[Token]) -> None:
        for index, token in enumerate(tokens):
            self.taken = index
            for part in self.parted(token):
                terminal = self.terminal(part)
                self.reduce_before(terminal)
                self.states.append(self.grammar.actions[self.states[-1]][terminal])
                self.values.append((part._replace(kind=terminal), part.start, part.end))

    def takes(self, terminal: str) -> bool:
        """Whether `terminal` can come next."""
        ahead = _Run(self.grammar, self.build, self.names)
        ahead.states, ahead.values = self.states.copy(), self.values.copy()
        try:
            ahead.reduce_before(terminal)
        except Stuck:
            return False
        return True

    def parted(self, token: Token) -> tuple[Token, ...]:
        """A joined name as its words, or `left_leg` as two words, where the grammar cannot take it in one."""
        if token.kind != WORD:
            return (token,)
        row = self.grammar.actions[self.states[-1]]
        side, _, rest = token.text.partition("_")
        if rest in self.names.paired and side in ("left", "right") and side.upper() in row:
            middle = token.start + len(side)
            return Token(WORD, side, token.start, middle), Token(WORD, rest, middle + 1, token.end)
        if (
            token.parts
            and self.grammar.keywords.get(token.text) not in row
            and (" " in token.text or "NAME" not in row)
        ):
            return token.parts
        return (token,)

    def terminal(self, token: Token) -> str:
        row = self.grammar.actions[self.states[-1]]
        terminal = token.kind
        if terminal == WORD:
            keyword = self.grammar.keywords.get(token.text)
            terminal = keyword if keyword in row else "NAME"
        if terminal not in row:
            raise Stuck(self.taken, frozenset(row))
        return terminal

    def reduce_before(self, terminal: str) -> None:
        """Finish every rule that ends before `terminal`."""
        while not (terminal == _END and self.states[-1] == self.grammar.end):
            action = self.grammar.actions[self.states[-1]].get(terminal)
            if action is None:
                raise Stuck(self.taken, frozenset(self.grammar.actions[self.states[-1]]))
            if action >= 0:
                return
            self.finish(*self.grammar.rules[~action])

    def finish(self, name: str, parts: list[int]) -> None:
        stretch = self.values[-len(parts) :]
        del self.values[-len(parts) :], self.states[-len(parts) :]
        start, end = stretch[0][1], stretch[-1][2]
        value = _gathered(parts, stretch)
        if not name.startswith("_"):
            value = self.build(name, value, Span(start, end))
        self.states.append(self.grammar.actions[self.states[-1]][name])
        self.values.append((value, start, end))


def _gathered(parts: list[int], stretch: list[tuple[Any, int, int]]) -> list[Any]:
    gathered: list[Any] = []
    for part, (value, _, _) in zip(parts, stretch, strict=True):
        if part == KEEP:
            gathered.append(value)
        elif part != DROP:
            # The list so far is used up here, so it may grow in place: long blocks stay linear.
            if gathered:
                gathered.extend(value)
            else:
                gathered = value
    return gathered
