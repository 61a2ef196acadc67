"""Which addresses may be connected to: public ones, and the networks that the user allowed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from newsgrab.errors import PrivateAddress, UsageError

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

GLOBAL_UNICAST = IPv6Network("2000::/3")
NAT64 = IPv6Network("64:ff9b::/96")
COMPATIBLE = IPv6Network("::/96")
TRANSLATED = IPv6Network("::ffff:0:0:0/96")
# Global to the ipaddress module of some Python or other, and not to us.
NOT_PUBLIC = (
    IPv4Network("0.0.0.0/8"),
    IPv4Network("100.64.0.0/10"),
    IPv4Network("192.0.0.0/24"),
    IPv4Network("192.88.99.0/24"),
    IPv4Network("198.18.0.0/15"),
    IPv4Network("240.0.0.0/4"),
    IPv6Network("2001::/23"),
    IPv6Network("2001:db8::/32"),
    IPv6Network("3fff::/20"),
)


def networks(cidrs: Sequence[str]) -> tuple[Network, ...]:
    """Read the networks that the user allowed; raises UsageError."""
    try:
        return tuple(ip_network(cidr.strip(), strict=False) for cidr in cidrs)
    except ValueError as error:
        raise UsageError(f"--allow-private: {error}; write one as 10.0.0.0/8") from error


def require_allowed(addresses: Sequence[str], allowed: Sequence[Network], *, host: str) -> None:
    """Raise PrivateAddress unless every one of the addresses of ``host`` may be connected to."""
    for text in addresses:
        address = ip_address(text)
        if not is_allowed(address, allowed):
            named = f"{host} is at {text}, which" if text != host else text
            raise PrivateAddress(f"{named} is not a public address; --allow-private {text} would allow it")


def is_allowed(address: Address, allowed: Sequence[Network]) -> bool:
    """Tell whether ``address`` and any address inside it is public or in an allowed network."""
    if any(address in network for network in allowed):
        return True
    inner = tuple(embedded(address))
    if inner:
        return all(is_allowed(each, allowed) for each in inner)
    return is_public(address)


def is_public(address: Address) -> bool:
    """Tell whether a packet to ``address`` could only leave for the public internet.

    >>> is_public(ip_address("93.184.216.34")), is_public(ip_address("100.64.0.1"))
    (True, False)
    >>> is_public(ip_address("2606:4700::1")), is_public(ip_address("fec0::1"))
    (True, False)
    """
    if address.is_multicast or not address.is_global:
        return False
    if address.version == 6 and address not in GLOBAL_UNICAST:
        return False
    return not any(address in network for network in NOT_PUBLIC)


def embedded(address: Address) -> Iterator[IPv4Address]:
    """Give the IPv4 addresses that a transition mechanism would take out of an IPv6 address.

    >>> [str(each) for each in embedded(ip_address("64:ff9b::7f00:1"))]
    ['127.0.0.1']
    """
    if not isinstance(address, IPv6Address):
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    elif address.sixtofour:
        yield address.sixtofour
    elif address.teredo:
        yield from address.teredo
    elif any(address in network for network in (NAT64, COMPATIBLE, TRANSLATED)):
        yield IPv4Address(int(address) & 0xFFFF_FFFF)
