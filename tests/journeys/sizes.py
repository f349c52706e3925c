"""What a finger and an eye meet on a page: the smallest type, the smallest target, and what hangs over the edge."""

from __future__ import annotations

from playwright.sync_api import Page

# Text that is drawn; what only a screen reader hears, a drawing's own lettering and what is hidden are not.
SMALL_TYPE = """least => {
  const seen = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || parent.closest('svg, .g-heard, .g-skip, option, noscript')) continue;
    if (!parent.checkVisibility() || !parent.getClientRects().length) continue;
    const size = parseFloat(getComputedStyle(parent).fontSize);
    if (size < least) seen.push(`${size} px: ${parent.className || parent.tagName} ${walk.currentNode.textContent.trim().slice(0, 20)}`);
  }
  for (const field of document.querySelectorAll('input:not([type=hidden]):not([type=radio]):not([type=checkbox]), select, textarea'))
    if (field.checkVisibility() && parseFloat(getComputedStyle(field).fontSize) < least) seen.push(`field ${field.name}`);
  return [...new Set(seen)];
}"""
# A link inside a sentence is read, not aimed at; a row's title covers its whole row.
SMALL_TARGETS = """least => {
  const seen = [];
  const aimed = 'button, .g-btn, .g-inp, select, summary, .g-chip, .g-option, .g-bottom a, .g-find, .g-links a, .g-views a';
  for (const target of document.querySelectorAll(aimed)) {
    if (!target.checkVisibility() || !target.getClientRects().length || target.closest('.g-heard')) continue;
    const box = target.getBoundingClientRect();
    if (box.height < least - 0.5 || box.width < least - 0.5)
      seen.push(`${Math.round(box.width)}x${Math.round(box.height)}: ${target.className} ${target.textContent.trim().slice(0, 16)}`);
  }
  return [...new Set(seen)];
}"""


def assert_large(page: Page, *, type_px: int, target_px: int) -> None:
    """Nothing on the page is set smaller than `type_px`, no target is smaller than `target_px`, nothing hangs over the edge."""
    faults = [*page.evaluate(SMALL_TYPE, type_px), *page.evaluate(SMALL_TARGETS, target_px)]
    wide, screen = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    if wide > screen:
        faults.append(f"{wide} px wide on a screen of {screen} px")
    assert not faults, f"{page.url}:\n" + "\n".join(faults)
