"""Whole sentences, step after step."""

from __future__ import annotations

from massagelang.plan.model import Plan
from massagelang.render.saying.handout import handout
from massagelang.render.saying.page import Page
from massagelang.render.saying.voice import Voice


def page(plan: Plan, voice: Voice) -> Page:
    """A plan as a handout."""
    return handout(plan, voice)
