"""Questions asked of the XML of a Word document: names, properties, styles, shading."""

from collections.abc import Iterator

from lxml import etree

WRAPPERS = frozenset(
    {"ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo", "rubyBase"}
    | {"ruby", "oMath", "oMathPara"}
)
"""Elements that stand around words without changing what is read."""

_BLACK = frozenset({"000000", "black"})
_OFF = frozenset({"0", "false", "off"})


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace, which differs between the standard's two forms; empty for others."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def value(parent: etree._Element, child: str) -> str | None:
    """The `val` attribute of a child element; `None` without such a child, empty without the attribute."""
    for found in children(parent, child):
        return found.get(in_namespace(found, "val")) or ""
    return None


def heading_styles(styles: etree._Element | None) -> frozenset[str]:
    """The ids of the styles that are titles, headings, or made from one."""
    if styles is None:
        return frozenset()
    based: dict[str, str] = {}
    found: set[str] = set()
    for style in children(styles, "style"):
        id_ = style.get(in_namespace(style, "styleId")) or ""
        name = (value(style, "name") or "").lower()
        outline = next((value(p, "outlineLvl") for p in children(style, "pPr")), None)
        based[id_] = value(style, "basedOn") or ""
        if name.startswith("heading ") or name == "title" or (outline or "9") < "9":
            found.add(id_)
    for style_id in based:
        at, seen = style_id, {style_id}
        while (at := based.get(at, "")) and at not in seen:
            seen.add(at)
            if at in found:
                found.add(style_id)
                break
    return frozenset(found)


def children(parent: etree._Element, kind: str) -> list[etree._Element]:
    """The child elements of this name."""
    return [child for child in parent if local_name(child) == kind]


def has(element: etree._Element, *path: str) -> bool:
    """Whether the element has children of these names inside each other."""
    found = [element]
    for kind in path:
        found = [child for parent in found for child in children(parent, kind)]
    return bool(found)


def in_namespace(element: etree._Element, attribute: str) -> str:
    """The attribute's name in the element's own namespace."""
    return etree.QName(etree.QName(element).namespace, attribute).text


def is_on(properties: etree._Element | None, switch: str) -> bool:
    """Whether the properties switch something on (present is on, unless it says otherwise)."""
    found = None if properties is None else value(properties, switch)
    return found is not None and found not in _OFF


def is_black_on_black(properties: etree._Element | None) -> bool:
    """Black words (or of no stated colour, which many programs show as black) on a black ground."""
    if properties is None or (value(properties, "color") or "auto").lower() not in _BLACK | {"auto"}:
        return False
    if value(properties, "highlight") == "black":
        return True
    for shading in children(properties, "shd"):
        fill, colour = (shading.get(in_namespace(shading, a)) or "" for a in ("fill", "color"))
        solid = value(properties, "shd") == "solid"
        return (colour if solid and colour != "auto" else "000000" if solid else fill).lower() in _BLACK
    return False


def within(parent: etree._Element, kind: str) -> Iterator[etree._Element]:
    """The children of this name, also those that wrappers stand around."""
    for child in parent:
        name = local_name(child)
        if name == kind:
            yield child
        elif name in WRAPPERS:
            yield from within(child, kind)
