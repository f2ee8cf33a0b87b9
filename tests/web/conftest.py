"""A desk over the small invented case, and a browser that has the key."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from httpx import Response
from starlette.testclient import TestClient

from sayso.settings import Settings
from sayso.web.app import make_app
from sayso.web.security import Secrets

PORT = 8712
HERE = f"http://127.0.0.1:{PORT}"


class Browser(TestClient):
    """A client that sends what a browser sends."""

    def __init__(self, case: Path, known: Secrets) -> None:
        super().__init__(
            make_app(case, Settings(workers=1, signer="Ana"), known, PORT), base_url=HERE, follow_redirects=False
        )
        self.known = known

    def opened(self) -> "Browser":
        """The same, with the cookie."""
        assert self.get("/", params={"key": self.known.key}).status_code == 303
        return self

    def decide(self, address: str, **fields: str | int) -> int:
        """Send a form of the desk, and give the status."""
        return self.send_form(address, {"token": self.known.form, **fields}, {"origin": HERE}).status_code

    def send_form(self, address: str, fields: Mapping[str, str | int], headers: Mapping[str, str]) -> Response:
        """Send any form from anywhere."""
        answer: Response = self.post(address, data=dict(fields), headers=dict(headers))
        return answer


@pytest.fixture(scope="session")
def desk(mill: Path) -> Browser:
    """For looking alone."""
    return Browser(mill, Secrets()).opened()


@pytest.fixture
def own_desk(own_mill: Path) -> Browser:
    """Over a case that tests may change."""
    return Browser(own_mill, Secrets()).opened()


@pytest.fixture
def stranger(mill: Path) -> Browser:
    """Without the cookie."""
    return Browser(mill, Secrets())
