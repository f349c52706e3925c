"""Ed25519 (RFC 8032, 5.1.7), verification only. A point is (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z."""

from __future__ import annotations

import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
Point = tuple


def _add(p: Point, q: Point) -> Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(n: int, p: Point) -> Point:
    q: Point = (0, 1, 1, 0)
    while n:
        q, p, n = _add(q, p) if n & 1 else q, _add(p, p), n >> 1
    return q


def _point(data: bytes) -> Point | None:
    """The point that 32 bytes stand for; None where they stand for none."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def signature_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether an Ed25519 signature of 64 bytes by a public key of 32 bytes holds."""
    if len(public) != 32 or len(signature) != 64:
        return False
    base = _point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    a, r, s = _point(public), _point(signature[:32]), int.from_bytes(signature[32:], "little")
    if base is None or a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = _times(s, base), _add(r, _times(h, a))
    same_x = (left[0] * right[2] - right[0] * left[2]) % P == 0
    return same_x and (left[1] * right[2] - right[1] * left[2]) % P == 0
