"""Messages between the client and its workers: a head in JSON and a body of bytes. Reading one runs nothing."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import IO, Any

from .item import Item

_SIZES = struct.Struct(">IQ")
Head = dict[str, Any]


def send(stream: IO[bytes], head: Head, body: bytes = b"") -> None:
    """Raises OSError where nobody reads."""
    text = json.dumps(head).encode()
    stream.write(_SIZES.pack(len(text), len(body)) + text)
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[Head, bytes] | None:
    """The next message; None where the other side is gone, also in the middle of one."""
    sizes = stream.read(_SIZES.size)
    if len(sizes) < _SIZES.size:
        return None
    head, body = _SIZES.unpack(sizes)
    text, data = stream.read(head), stream.read(body)
    if len(text) < head or len(data) < body:
        return None
    found: Head = json.loads(text)
    return found, data


def packed(items: Sequence[Item]) -> tuple[Head, bytes]:
    return ({"items": [[i.key, i.path, i.suffix, i.size, i.error] for i in items]}, b"".join(i.data for i in items))


def unpacked(head: Head, body: bytes) -> list[Item]:
    found, at = [], 0
    for key, path, suffix, size, error in head["items"]:
        found.append(Item(key, path, suffix, body[at:at + size], error))
        at += size
    return found


def joined(blobs: Sequence[bytes]) -> tuple[list[int], bytes]:
    return [len(b) for b in blobs], b"".join(blobs)


def parted(sizes: Sequence[int], body: bytes) -> list[bytes]:
    found, at = [], 0
    for size in sizes:
        found.append(body[at:at + size])
        at += size
    return found
