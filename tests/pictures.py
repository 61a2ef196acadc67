"""Pictures of a few bytes, each of its own, and articles that have them."""

from __future__ import annotations

import struct
import zlib

from newsgrab.model import Article, Block, Extraction, Image, Kind, Metadata, Page, Picture
from tests.archives import address

JPEG, GIF, WEBP = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", b"GIF89a", b"RIFF\x24\x00\x00\x00WEBPVP8 "
AVIF = b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def png(number=0):
    """Return a real PNG of one pixel, another for every number."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    pixel = bytes([0, number >> 16 & 255, number >> 8 & 255, number & 255])
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(pixel)) + chunk(b"IEND", b"")


def illustrated(number, *urls, text="Boats left the harbour on Friday, the authority said."):
    """Make an article of one paragraph with these pictures; every other one stands in its body."""
    images = tuple(Image(url=url, caption=f"Boat {place}.") for place, url in enumerate(urls))
    figures = (Block(kind=Kind.FIGURE, text="", images=(image,)) for image in images[::2])
    return Extraction(
        article=Article(
            metadata=Metadata(headline=f"Harbour {number} reopens", canonical_url=address(number)),
            body=(Block(kind=Kind.PARAGRAPH, text=text), *figures),
            images=images,
        )
    )


def picture(url, body=None, ending="png"):
    return Picture(url=url, body=png() if body is None else body, ending=ending)


def bare_page(url):
    return Page(url=url, requested_url=url, body=b"")
