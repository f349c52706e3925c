"""Ed25519 of the verifier: the vectors of RFC 8032 (7.1), and the same answers as the library that signs."""

from __future__ import annotations

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.guiju_verify.signatures import L, signature_holds

VECTORS = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]
KEY = Ed25519PrivateKey.from_private_bytes(b"\7" * 32)
PUBLIC = KEY.public_key().public_bytes_raw()


@pytest.mark.parametrize("vector", VECTORS, ids=["empty", "one byte", "two bytes"])
def test_vectors_hold_and_their_changes_do_not(vector):
    public, message, signature = (bytes.fromhex(part) for part in vector)
    assert signature_holds(public, message, signature)
    assert not signature_holds(public, message + b"\0", signature)
    assert not signature_holds(PUBLIC, message, signature)


def library_says(public: bytes, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@settings(max_examples=30)
@given(st.binary(max_size=80), st.integers(0, 511))
def test_a_signature_with_one_bit_turned_is_judged_as_the_library_does(message, bit):
    signature = KEY.sign(message)
    turned = bytearray(signature)
    turned[bit // 8] ^= 1 << bit % 8
    assert signature_holds(PUBLIC, message, signature)
    assert signature_holds(PUBLIC, message, bytes(turned)) is library_says(PUBLIC, message, bytes(turned)) is False


@pytest.mark.parametrize(
    "public, signature",
    [
        (PUBLIC[:31], b"\0" * 64),
        (PUBLIC, b"\0" * 63),
        (b"\xff" * 32, b"\1" * 64),
        (PUBLIC, b"\xff" * 64),
    ],
    ids=["short key", "short signature", "key is no point", "commitment is no point"],
)
def test_what_is_no_signature_does_not_hold(public, signature):
    assert not signature_holds(public, b"", signature)


def test_second_form_of_a_signature_is_refused():
    signature = KEY.sign(b"once")
    again = int.from_bytes(signature[32:], "little") + L
    assert not signature_holds(PUBLIC, b"once", signature[:32] + again.to_bytes(32, "little"))
