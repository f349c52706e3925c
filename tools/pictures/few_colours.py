"""Screenshots made small for the handbook: a PNG of few colours, which a page of text and flat areas bears unharmed."""

from __future__ import annotations

import base64
import struct
import zlib

from playwright.sync_api import Page

COLOURS = 128
# The browser reads its own screenshot, keeps the colours that are seen most and names for every pixel the nearest of them.
NEAREST = """
async ([picture, most]) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + picture;
  await image.decode();
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const words = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
  const counted = new Map();
  for (const word of words) counted.set(word, (counted.get(word) || 0) + 1);
  const kept = [...counted].sort((a, b) => b[1] - a[1]).slice(0, most).map(([word]) => word);
  const channels = word => [word & 255, word >> 8 & 255, word >> 16 & 255];
  const far = (a, b) => channels(a).reduce((sum, value, at) => sum + (value - channels(b)[at]) ** 2, 0);
  const best = word => kept.reduce((found, _, at) => far(word, kept[at]) < far(word, kept[found]) ? at : found, 0);
  const nearest = new Map([...counted.keys()].map(word => [word, best(word)]));
  let indexes = '';
  for (const word of words) indexes += String.fromCharCode(nearest.get(word));
  return [image.width, image.height, kept.map(channels), btoa(indexes)];
}
"""


def in_few_colours(screenshot: bytes, page: Page) -> bytes:
    """The same picture as a PNG with a palette. `page` must be blank: it only does the work."""
    found = page.evaluate(NEAREST, [base64.b64encode(screenshot).decode(), COLOURS])
    width, height, palette, indexes = found[0], found[1], found[2], base64.b64decode(found[3])
    rows = b"".join(b"\0" + indexes[at : at + width] for at in range(0, width * height, width))
    chunks = {
        b"IHDR": struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0),
        b"PLTE": bytes(value for colour in palette for value in colour),
        b"IDAT": zlib.compress(rows, 9),
        b"IEND": b"",
    }
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks.items())


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
