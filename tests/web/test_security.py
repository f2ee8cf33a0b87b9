"""Nobody but the browser with the key reads or changes anything; every answer carries the headers."""

import pytest

from tests.web.conftest import HERE, PORT, Browser

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}


@pytest.mark.parametrize("address", ["/", "/documents", "/static/desk.css", "/api/claims", "/nothing"])
def test_without_the_cookie_nothing_is_shown(stranger: Browser, address: str) -> None:
    assert stranger.get(address).status_code == 403
    assert stranger.get(address, headers={"cookie": f"sayso-{PORT}=guessed"}).status_code == 403


def test_the_key_is_traded_for_a_cookie(stranger: Browser) -> None:
    answer = stranger.get("/", params={"key": stranger.known.key})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert stranger.known.key.lower() not in cookie
    assert stranger.get("/").status_code == 200


def test_the_key_is_checked(stranger: Browser) -> None:
    assert stranger.get("/", params={"key": "guessed"}).status_code == 403
    assert stranger.get("/", params={"key": ""}).status_code == 403
    assert stranger.get("/", params={"key": "é"}).status_code == 403
    assert stranger.get("/").status_code == 403


def test_the_key_leads_nowhere_else(stranger: Browser) -> None:
    key = stranger.known.key
    rows = [
        (f"/claims?q=a+b&key={key}", "/claims?q=a+b"),  # the rest of the address is kept
        (f"//harbour.example/?key={key}", "/harbour.example/"),  # would be another host
        (f"/%5C%5Charbour.example?key={key}", "/harbour.example"),  # browsers read \ as /
    ]
    for address, there in rows:
        assert stranger.get(f"{HERE}{address}").headers["location"] == there


@pytest.mark.parametrize(
    "host", ["harbour.example", f"harbour.example:{PORT}", "127.0.0.1", "127.0.0.1:1", f"[::1]:{PORT}", ""]
)
def test_other_hosts_are_refused(desk: Browser, host: str) -> None:
    assert desk.get("/", headers={"host": host}).status_code == 400


def test_the_other_name_of_this_machine_is_a_host(stranger: Browser) -> None:
    # 403, not 400: the host is right, the cookie is missing
    assert stranger.get("/", headers={"host": f"localhost:{PORT}"}).status_code == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": HERE}, 400),  # ours: it fails at what it asks for
        ({"origin": HERE, "sec-fetch-site": "same-origin"}, 400),
        ({"origin": "null", "sec-fetch-site": "same-origin"}, 400),  # what browsers send under no-referrer
        ({"origin": "http://harbour.example"}, 403),
        ({"origin": f"http://localhost:{PORT}"}, 403),  # another origin than that of the host asked
        ({"origin": "http://127.0.0.1:8713"}, 403),  # another program of this machine
        ({"origin": "null"}, 403),
        ({}, 403),
        ({"origin": HERE, "sec-fetch-site": "same-site"}, 403),
        ({"origin": "null", "sec-fetch-site": "cross-site"}, 403),
    ],
)
def test_forms_of_other_sites_are_refused(desk: Browser, headers: dict[str, str], status: int) -> None:
    fields = {"token": desk.known.form, "what": "nothing"}
    assert desk.send_form("/people/decide", fields, headers).status_code == status


def test_forms_need_the_token(desk: Browser) -> None:
    for fields in ({}, {"token": ""}, {"token": desk.known.session}):
        assert desk.send_form("/people/decide", fields, {"origin": HERE}).status_code == 403


def test_enormous_forms_are_refused(desk: Browser) -> None:
    fields = {"token": desk.known.form, "what": "x" * 70_000}
    assert desk.send_form("/people/decide", fields, {"origin": HERE}).status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(desk: Browser, method: str) -> None:
    assert desk.request(method, "/").status_code == 405


def test_decisions_are_never_asked_for_by_an_address(desk: Browser) -> None:
    assert desk.get("/people/decide", params={"what": "merge"}).status_code == 400  # the person "decide": nobody
    assert desk.get("/claims/k0/decide").status_code == 405


def test_every_answer_has_the_headers(desk: Browser, stranger: Browser) -> None:
    answers = [
        desk.get("/"),
        desk.get("/static/desk.js"),
        desk.get("/api/gaps"),
        desk.get("/nothing"),
        desk.get("/claims", params={"q": "foo:bar"}),
        desk.get("/", headers={"host": "harbour.example"}),
        desk.send_form("/people/decide", {}, {}),
        stranger.get("/"),
        stranger.get("/", params={"key": stranger.known.key}),
    ]
    for answer in answers:
        assert HEADERS.items() <= dict(answer.headers).items(), answer.request.url


def test_static_files_stay_in_their_folder(desk: Browser) -> None:
    assert desk.get(f"{HERE}/static/..%2fapp.py").status_code == 404
    assert desk.get(f"{HERE}/static/%2e%2e/templates/base.html").status_code == 404
