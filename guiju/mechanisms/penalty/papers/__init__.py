"""The papers of a case: what the team hands out and what goes into the volume, by kind."""

from guiju.mechanisms.penalty.papers.making import paper, register_papers

__all__ = ["paper", "register_papers"]
