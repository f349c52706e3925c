"""A town's whole ledger as lines of text, for whoever checks it elsewhere with the verifier alone.

The first line is a heading; each further line holds one entry, exactly as it was hashed, and its leaf hash.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from guiju.kernel.ledger import models
from guiju.kernel.ledger.canonical import canonical_json
from guiju.kernel.ledger.checkpoints import head_of, origin_of

CHUNK = 2000


def ledger_lines(town_id: int, town_code: str, withheld: Container[int] = ()) -> Iterator[str]:
    """The heading and one line an entry, up to the present end.

    Entries hold commitments in the place of private values, so nothing is told of any person. Of the matters in
    `withheld` (工作秘密) only the leaf hashes are given: root and proofs can be checked, the content cannot be read.
    """
    head = head_of(town_id)
    origin = origin_of(town_code)
    yield canonical_json({"guiju_ledger": 1, "origin": origin, "root": head.root, "size": head.size, "town": town_id})
    entries = models.Entry.objects.filter(town_id=town_id, index__lt=head.size).order_by("index")
    for matter, leaf, body in entries.values_list("matter_id", "leaf", "body").iterator(chunk_size=CHUNK):
        if matter is not None and matter in withheld:
            yield f'{{"leaf":"{leaf}","withheld":true}}'
        else:
            yield f'{{"leaf":"{leaf}","entry":{body}}}'
