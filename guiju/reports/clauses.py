"""Leaving out of a text what has no figure: clause by clause, so that what remains is still a sentence.

A clause whose figure is not there goes together with the comma after it. A sentence that had figures and has none
left goes as a whole, and so does a text. Brackets and quotation marks are never split.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from guiju.reports.tokens import Piece, Token

_ENDS, _JOINS = "。！？", "，；"
_OPENING, _CLOSING = "（“《〔【", "）”》〕】"


@dataclass
class _Clause:
    pieces: list[Piece]
    after: str = ""

    @property
    def tokens(self) -> list[Token]:
        return [piece for piece in self.pieces if isinstance(piece, Token)]


def kept(pieces: Sequence[Piece], there: Callable[[Token], bool]) -> list[Piece]:
    """The pieces without the clauses whose figures are not there; empty when no figure of the text is left."""
    sentences = list(_sentences(pieces))
    left = [_kept_sentence(sentence, there) for sentence in sentences]
    had = any(_counted(sentence) for sentence in sentences)
    if had and not any(_counted(sentence) for sentence in left):
        return []
    return [piece for sentence in left for clause in sentence for piece in (*clause.pieces, clause.after) if piece]


def _counted(sentence: Sequence[_Clause]) -> bool:
    return any(token.counts for clause in sentence for token in clause.tokens)


def _kept_sentence(sentence: list[_Clause], there: Callable[[Token], bool]) -> list[_Clause]:
    left = [clause for clause in sentence if all(there(token) for token in clause.tokens)]
    if len(left) == len(sentence):
        return sentence
    if not left or (_counted(sentence) and not _counted(left)):
        return []
    left[-1] = _Clause(left[-1].pieces, sentence[-1].after)
    return left


def _sentences(pieces: Sequence[Piece]) -> Iterator[list[_Clause]]:
    sentence, clause, depth = [], _Clause([]), 0
    for part in _characters(pieces):
        if isinstance(part, str):
            depth += (part in _OPENING) - (part in _CLOSING)
            if depth <= 0 and part in _ENDS + _JOINS:
                clause.after = part
                sentence.append(_joined(clause))
                clause = _Clause([])
                if part in _ENDS:
                    yield sentence
                    sentence = []
                continue
        clause.pieces.append(part)
    if clause.pieces:
        sentence.append(_joined(clause))
    if sentence:
        yield sentence


def _characters(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if isinstance(piece, str):
            yield from piece
        else:
            yield piece


def _joined(clause: _Clause) -> _Clause:
    """The single characters of a clause put together again."""
    pieces: list[Piece] = []
    for piece in clause.pieces:
        if isinstance(piece, str) and pieces and isinstance(pieces[-1], str):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return _Clause(pieces, clause.after)
