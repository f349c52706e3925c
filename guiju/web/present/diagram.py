"""The procedure of a matter as the diagram wants it."""

from __future__ import annotations

from typing import Any

from guiju.kernel.procedure.api import START, Offer, Procedure, Snapshot, Step

LONGEST_LINE = 8  # nodes that stand in one row


def _main_line(procedure: Procedure) -> list[Step]:
    """Steps that move the matter on, by the shortest way from registration to the first end, without other ways out."""
    line, stage, seen = [], START, {START}
    while stage not in procedure.ends:
        onward = [s for s in procedure.steps if stage in s.frm and s.to and s.to not in seen and not s.other_way]
        if not onward:
            break
        line.append(onward[0])
        stage = str(onward[0].to)
        seen.add(stage)
    # A matter that is drawn is registered: in a long procedure that node says nothing.
    return line[1:] if len(line) > LONGEST_LINE else line


def _main_law(procedure: Procedure) -> str:
    """The law that most steps rest on: its articles are cited by number alone."""
    laws = [step.basis[0].law for step in procedure.steps if step.basis]
    return max(laws, key=laws.count, default="")


def _node(step: Step, state: str, main_law: str) -> dict[str, Any]:
    """A step as a node; an article of another law is told with its title, one of a regulation with the last word of it
    (规定第30条). A law that is cited as a whole has no number to stand there."""
    cited = step.basis[0].label if step.basis else ""
    title, _, number = cited.removeprefix("《").partition("》")
    known = not step.basis or (step.basis[0].law == main_law and number.startswith("第"))
    law = number if known or not number else (title if title.endswith("法") else title[-2:]) + number
    return {"key": step.code, "label": step.label, "article": law, "cited": cited, "state": state}


def diagram(snapshot: Snapshot, offers: list[Offer]) -> dict[str, Any] | None:
    """Nodes and arrows; None for a procedure of one step, which needs no drawing."""
    procedure = snapshot.procedure
    line = _main_line(procedure)
    if len(line) < 2:
        return None
    done = {mark.code for mark in snapshot.steps}
    allowed = {offer.step.code for offer in offers if offer.allowed}
    main_law = _main_law(procedure)
    nodes, edges = [], []
    for place, step in enumerate(line):
        here = step.to == snapshot.stage and not snapshot.ended
        state = "here" if here else "done" if step.code in done or _passed(procedure, line, place, snapshot) else "none"
        if step.code in allowed and state == "none":
            state = "next"
        nodes.append(_node(step, state, main_law))
        if place:
            edges.append({"from": line[place - 1].code, "to": step.code})
    nodes, edges = _other_ways(procedure, line, snapshot, nodes, edges)
    at = next((n for n, node in enumerate(nodes) if node["state"] == "here"), None)
    where = f"走到第 {at + 1} 步，" if at is not None and at < len(line) else ""
    if not where and snapshot.stage == procedure.registration.to:
        where = "已登记，"  # the node that a long procedure leaves out
    where += f"共 {len(line)} 步"
    return {"name": procedure.label, "summary": where, "nodes": nodes, "edges": edges}


def _passed(procedure: Procedure, line: list[Step], place: int, snapshot: Snapshot) -> bool:
    """Stages before the present one were passed even where a sheet did not tell their steps."""
    stages = [step.to for step in line]
    return snapshot.stage in stages and place < stages.index(snapshot.stage)


def _other_ways(
    procedure: Procedure, line: list[Step], snapshot: Snapshot, nodes: list[dict[str, Any]], edges: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    drawn = {step.to for step in line}
    for step in procedure.steps:
        if not step.other_way or step.to is None or step.to in drawn:  # a way back is no way out
            continue
        origin = next((main for main in reversed(line) if main.to in step.frm), None)
        if origin is None:
            continue
        nodes.append(_node(step, "here" if snapshot.stage == step.to else "other", _main_law(procedure)))
        edges.append({"from": origin.code, "to": step.code, "out": True})
    return nodes, edges
