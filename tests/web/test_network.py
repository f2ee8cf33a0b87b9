"""The network of contacts: who had to do with whom, on how many independent voices."""

from tests.web.conftest import Browser


def test_ties_weigh_by_independent_voices(desk: Browser) -> None:
    graph = desk.get("/network/graph").json()
    names = [node["name"] for node in graph["nodes"]]
    ties = {frozenset((names[tie["first"]], names[tie["second"]])): tie for tie in graph["ties"]}
    met = ties[frozenset(("Bram Teague", "Greta Halloran"))]
    told = [graph["events"][number] for number in met["events"]]
    # The story and its reprint: two events, one voice.
    assert len(told) == 2
    assert len({event["voice"] for event in told}) == 1
    assert met["at"].startswith("/timeline?person=p")
    assert desk.get(met["at"]).status_code == 200


def test_the_table_says_the_same_without_a_script(desk: Browser) -> None:
    page = " ".join(desk.get("/network").text.split())
    # Whose id is the smaller one comes first.
    assert any(f">{one}</a> and <a" in page for one in ("Bram Teague", "Greta Halloran"))
    assert '<td data-name="Independent voices" class="number">1</td>' in page


def test_it_is_narrowed_down(desk: Browser) -> None:
    assert desk.get("/network/graph", params={"kind": "payment"}).json()["ties"] == []
    assert desk.get("/network", params={"kind": "wedding"}).status_code == 400
    described = desk.get("/network/graph", params={"described": "1"}).json()
    assert len(described["nodes"]) >= len(desk.get("/network/graph").json()["nodes"])
