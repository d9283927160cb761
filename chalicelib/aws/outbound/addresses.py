"""Which IP addresses are the public internet. Everything not known to be public is refused.

`ipaddress.is_global` is not enough: it calls global what only *carries* an inner address (NAT64 `64:ff9b::a9fe:a9fe`
and 6to4 `2002:a9fe:a9fe::` are 169.254.169.254) and multicast too. So IPv4 has a list of what is not public, and IPv6
is public only inside 2000::/3, minus the ranges that wrap IPv4 or are reserved there.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

IPAddress = IPv4Address | IPv6Address

_CLOSED_V4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",
            "100.64.0.0/10",  # carrier-grade NAT; a cloud keeps its metadata service here
            "127.0.0.0/8",
            "168.63.129.16/32",  # a cloud's host agent on a public-looking address
            "169.254.0.0/16",  # link-local: metadata services
            "172.16.0.0/12",
            "192.0.0.0/24",  # protocol assignments; a cloud keeps its metadata service here
            "192.0.2.0/24",  # documentation
            "192.31.196.0/24",  # AS112
            "192.52.193.0/24",  # AMT
            "192.88.99.0/24",  # 6to4 relay
            "192.168.0.0/16",
            "192.175.48.0/24",  # AS112
            "198.18.0.0/15",  # benchmarking
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, broadcast
        ),
    )
)
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_CLOSED_V6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocol assignments: Teredo, ORCHID, benchmarking
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4 carries an IPv4 address
            "2620:4f:8000::/48",  # AS112
            "3ffe::/16",  # retired test network
            "3fff::/20",  # documentation
        ),
    )
)
_MAPPED = IPv6Network("::ffff:0:0/96")
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)
"""Third quarter of an address whose last quarter is an IPv4 address reached through a tunnel."""


def parse_address(text: str) -> IPAddress | None:
    """The address that a resolver answered, or None if it is none or is bound to an interface (`fe80::1%eth0`)."""
    if "%" in text:
        return None
    try:
        return ip_address(text)
    except ValueError:
        return None


def is_public(address: IPAddress) -> bool:
    """Mapped and NAT64 addresses are judged by the IPv4 address inside: that is what would be reached."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _CLOSED_V4)
    if address in _MAPPED or address in _NAT64:
        return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    if address not in _GLOBAL_UNICAST or any(address in network for network in _CLOSED_V6):
        return False
    return (int(address) >> 32) & 0xFFFFFFFF not in _ISATAP


def is_loopback(address: IPAddress) -> bool:
    """Plain 127.0.0.0/8 or ::1, in no disguise."""
    return address.is_loopback and (isinstance(address, IPv4Address) or int(address) == 1)
