"""Fetching what an address on the web holds: one request after another, each within limits, none to a local machine.

Whoever names an address, or a page that redirects, could name a machine of the inner network that answers only
from inside. So the addresses that a name stands for are looked up once, judged, and one of those is connected to;
a name that stands for another address a moment later gains nothing. Proxies are not used: they would connect
to addresses that nobody judged.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from threading import Timer
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.problems import EncodingError, Problem

_SCHEMES = {"http": 80, "https": 443}
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_OK = 200
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; plancmp)",
    "Accept": "text/html,*/*;q=0.8",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_UNQUOTED = "%/:?#[]@!$&'()*+,;=~"
_CHUNK = 65_536
# An IPv6 address of this net stands for the IPv4 address in its last four bytes (RFC 6052).
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
# Signs of a page that sends its reader elsewhere by itself, and how many seconds later at most it may do so.
_REFRESH = re.compile(
    rb"""<meta[^>]{1,200}?http-equiv\s*=\s*["']?refresh["']?[^>]{1,200}?content\s*=\s*["']?\s*\d\s*;\s*url\s*=\s*["']?"""
    rb"""([^"'>\s]{1,2000})""",
    re.IGNORECASE,
)
_HEAD = 4096

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Download:
    """What an address holds: the address it was found at in the end, and the bytes."""

    url: str
    raw: bytes


def download(url: str, *, allow_local: bool = False) -> Download:
    """Fetch an address, following redirects.

    Args:
        url: An http or https address.
        allow_local: Whether private, loopback and other addresses that are not public may be asked.

    Raises:
        EncodingError: It is no such address or a local one, cannot be reached, answers with an error, takes
            too long, holds too much, or redirects too often.
    """
    end = time.monotonic() + LIMITS.web_seconds
    for _ in range(LIMITS.web_redirects + 1):
        parts = _split(url)
        answer, elsewhere = _ask(parts, end, allow_local=allow_local)
        if elsewhere is None:
            return Download(url, answer)
        url = urljoin(url, elsewhere)
    raise EncodingError(Problem.TOO_MANY_REDIRECTS, expected=str(LIMITS.web_redirects))


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(quote(url.strip(), safe=_UNQUOTED))
        host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
        valid = parts.scheme in _SCHEMES and host and parts.username is None and parts.port != 0
    except ValueError as error:  # UnicodeError is one
        raise EncodingError(Problem.BAD_ADDRESS, found=url[:80]) from error
    if not valid:
        raise EncodingError(Problem.BAD_ADDRESS, found=url[:80])
    return parts


def _ask(parts: SplitResult, end: float, *, allow_local: bool) -> tuple[bytes, str | None]:
    """The answer to one request, and where it redirects to."""
    host = (parts.hostname or "").lower()
    try:
        with _connected(parts, end, allow_local=allow_local) as connection:
            connection.request(
                "GET", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), headers=_HEADERS
            )
            response = connection.getresponse()
            if response.status in _REDIRECTS and (place := response.headers.get("Location")):
                return b"", place.encode("latin-1").decode("utf-8", "replace")
            if response.status != _OK:
                raise EncodingError(Problem.WEB_STATUS, found=str(response.status))
            content = _read(response)
            if time.monotonic() >= end:  # an answer that was cut may look like one that ended
                raise TimeoutError
    except (OSError, http.client.HTTPException, zlib.error, UnicodeError) as error:
        if time.monotonic() >= end:
            raise EncodingError(Problem.WEB_SLOW, found=host, expected=f"{LIMITS.web_seconds:g}") from error
        raise EncodingError(Problem.NOT_REACHED, found=_reason(error)) from error
    refresh = _REFRESH.search(content[:_HEAD])
    return content, refresh[1].decode("latin-1").replace("&amp;", "&") if refresh else None


@contextmanager
def _connected(parts: SplitResult, end: float, *, allow_local: bool) -> Iterator[http.client.HTTPConnection]:
    """A connection to the machine that was judged; when the time is over it is cut, whatever it waits for."""
    host, port = parts.hostname or "", parts.port or _SCHEMES[parts.scheme]
    connection = http.client.HTTPConnection(host, port)
    plain = _open(host, port, end, allow_local=allow_local)
    # A second handle of the same socket: TLS and the package take the first one away.
    with closing(connection), closing(plain), closing(plain.dup()) as handle:
        timer = Timer(max(0.0, end - time.monotonic()), _cut, [handle])
        timer.daemon = True
        timer.start()
        try:
            connection.sock = _secured(plain, host) if parts.scheme == "https" else plain
            yield connection
        finally:
            timer.cancel()
            timer.join()


def _secured(plain: socket.socket, host: str) -> socket.socket:
    """TLS on a connection; the certificate has to be that of the name, not of the address."""
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _cut(connected: socket.socket) -> None:
    with suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def _open(host: str, port: int, end: float, *, allow_local: bool) -> socket.socket:
    """A socket connected to one of the addresses of a host, none of which is local unless that is allowed."""
    found = socket.getaddrinfo(host.encode("idna").decode(), port, type=socket.SOCK_STREAM)
    for *_, place in found:
        if not allow_local and not is_public(str(place[0])):
            raise EncodingError(
                Problem.LOCAL_ADDRESS, found=f"{host} ({place[0]})" if host != place[0] else host
            )
    failure: OSError = OSError("no address")
    for family, kind, protocol, _, place in found:
        made = socket.socket(family, kind, protocol)
        try:
            made.settimeout(max(0.01, end - time.monotonic()))
            made.connect(place)
        except OSError as error:
            made.close()
            failure = error
        else:
            return made
    raise failure


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet."""
    try:
        found: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(each.is_global and not (each.is_multicast or each.is_reserved) for each in _meant(found))


def _meant(address: Address) -> Iterator[Address]:
    """The address, or those that it wraps: an IPv6 address may stand for an IPv4 one."""
    if isinstance(address, ipaddress.IPv4Address):
        yield address
        return
    if address in _TRANSLATED:
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    elif address.ipv4_mapped:
        yield address.ipv4_mapped
    else:
        yield address
        yield from filter(None, (address.sixtofour, *(address.teredo or ())))


def _read(response: http.client.HTTPResponse) -> bytes:
    """The whole answer, unpacked, never more than allowed."""
    packing = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if packing not in {"identity", "gzip", "x-gzip"}:
        raise EncodingError(Problem.NOT_REACHED, found=f"Content-Encoding: {packing[:40]}")
    unpacker = None if packing == "identity" else zlib.decompressobj(wbits=31)
    content = bytearray()
    while chunk := response.read(_CHUNK):
        room = LIMITS.file_bytes + 1 - len(content)
        content += unpacker.decompress(chunk, room) if unpacker else chunk
        if len(content) > LIMITS.file_bytes:
            most = f"{LIMITS.file_bytes:,}"
            raise EncodingError(Problem.FILE_TOO_LARGE, found=f"> {most}", expected=most)
    # Asked for piece by piece, the package says nothing of an answer that breaks off.
    if response.length or (unpacker and not unpacker.eof):
        raise http.client.IncompleteRead(b"")
    return bytes(content)


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return type(error).__name__
