"""Properties of files and steps: keys known, values of the kind that the key takes."""

from __future__ import annotations

from massagelang.plan.making import mistakes
from massagelang.plan.making.scene import Findings
from massagelang.plan.said import duration_words
from massagelang.syntax import ast
from massagelang.vocabulary import PropertyKey, Vocabulary


def property_of(
    written: ast.Property, where: str, vocabulary: Vocabulary, findings: Findings
) -> tuple[str, tuple[str, ...]] | None:
    """The key and the values of a property as plain words; nothing when the key is not known."""
    key = vocabulary.property_key(written.key.text)
    if key is None or key.where not in (where, "both"):
        _unknown(written.key, key, vocabulary, findings)
        return None
    values = tuple(_said(value) for value in written.values)
    if key.id == "receiver":
        from massagelang.plan.making.receiver import ask_who  # noqa: PLC0415  (only where a receiver is told of)

        ask_who(written, vocabulary, findings)
    if key.id == "avoid":
        from massagelang.plan.making.avoiding import ask_what  # noqa: PLC0415  (only where something is avoided)

        ask_what(written, vocabulary, findings)
    if key.value == "duration":
        _ask_for_time(written, key, findings)
    if key.value == "hows":
        _ask_for_hows(written, values, vocabulary, findings)
    if key.choices:
        for value, said in zip(written.values, values, strict=True):
            if said not in key.choices:
                hint = f"Choose among {', '.join(f'`{choice}`' for choice in key.choices)}."
                findings.add(mistakes.VARIANT_OF_NOTHING, value.span, key=key.id, word=said, hint=hint)
    return key.id, values


def _ask_for_time(written: ast.Property, key: PropertyKey, findings: Findings) -> None:
    """`session: soon`."""
    first = written.values[0]
    if not any(isinstance(part, ast.Duration) for part in first.parts):
        hint = f"Give a time: `{key.id}: 50min`."
        findings.add(mistakes.VARIANT_OF_NOTHING, first.span, key=key.id, word=_said(first), hint=hint)


def _ask_for_hows(written: ast.Property, values: tuple[str, ...], vocabulary: Vocabulary, findings: Findings) -> None:
    """`throughout: contakt`; texts are the writer's own."""
    from massagelang.plan.making.throughout import is_held  # noqa: PLC0415  (only where something is held)

    for value, said in zip(written.values, values, strict=True):
        if not is_held(said, vocabulary) and not any(isinstance(part, ast.Text) for part in value.parts):
            hint = "Write `contact`, a word that says how (`slow`, `light`), or `pressure 3`."
            findings.add(mistakes.VARIANT_OF_NOTHING, value.span, key=written.key.text, word=said, hint=hint)


def _unknown(word: ast.Word, key: PropertyKey | None, vocabulary: Vocabulary, findings: Findings) -> None:
    if key is not None:
        place = "before the first step" if key.where == "file" else "in a step"
        findings.add(mistakes.UNKNOWN_PROPERTY, word.span, word=word.text, where=" here", hint=f"It stands {place}.")
        return
    near = vocabulary.nearest(word.text, "property_key")
    hint = f"Did you mean `{near}`?" if near else "`mass words` lists the properties."
    findings.add(mistakes.UNKNOWN_PROPERTY, word.span, edit=near, word=word.text, where="", hint=hint)


def _said(value: ast.Value) -> str:
    return " ".join(_part(part) for part in value.parts)


def _part(part: ast.Word | ast.Text | ast.Number | ast.Duration | ast.Length) -> str:
    match part:
        case ast.Word(text=text) | ast.Text(text=text):
            return text
        case ast.Number(low=low):
            return f"{low:g}"
        case ast.Duration(low=low):
            return duration_words(low)
        case ast.Length(low=low, unit=unit):
            return f"{low:g}{unit}"
