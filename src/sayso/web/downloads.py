"""Files that the desk hands out: always to be kept, never shown by the browser."""

from urllib.parse import quote

from starlette.responses import Response


def attachment(data: bytes, name: str, media_type: str = "application/octet-stream") -> Response:
    """An answer that the browser saves under this name (RFC 6266)."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in name) or "document"
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='', errors='replace')}"
    return Response(data, media_type=media_type, headers={"Content-Disposition": disposition})
