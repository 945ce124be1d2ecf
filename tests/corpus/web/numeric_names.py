import socket


def look_up(host: str, port: int) -> list[str]:
    """Return what the system makes of a number in any spelling, without asking anybody."""
    if host.lower().rstrip(".") in {"localhost", "site.example"}:
        return ["127.0.0.1"]
    return [host] if ":" in host else [socket.inet_ntoa(socket.inet_aton(host))]
