"""What every answer to a browser must carry, whatever it says."""

from typing import Any

DANGEROUS = ("unsafe", "blob:", "http:", "*")


def assert_guarded(answer: Any) -> None:
    """Content policy without exceptions, nothing guessed, nothing framed, no address told elsewhere, guarded cookies."""
    policy = answer.headers["Content-Security-Policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";") if part.strip())
    assert [directives[name] for name in ("default-src", "base-uri", "frame-ancestors")] == ["'none'"] * 3
    assert directives["script-src"] == directives["style-src"] == "'self'"
    assert [word for word in DANGEROUS if word in policy] == []
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] in {"same-origin", "no-referrer"}
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in answer.headers
    for name, cookie in answer.cookies.items():
        assert name.startswith("__Host-")
        assert (cookie["secure"], cookie["httponly"], cookie["path"], cookie["domain"]) == (True, True, "/", "")
        assert cookie["samesite"] == ("None" if name.startswith("__Host-eid") else "Lax")


def assert_never_kept(answer: Any) -> None:
    assert "no-store" in answer.headers["Cache-Control"]
    assert "private" in answer.headers["Cache-Control"]
