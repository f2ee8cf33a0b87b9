"""Elements of HTML by what they mean for the text of a page."""

VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
        "wbr", "keygen", "frame"
    }
)  # fmt: skip
"""never have content"""
BLOCK = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2",
        "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav",
        "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
        "ul", "listing", "xmp", "plaintext", "search", "noindex"
    }
)  # fmt: skip
"""begin and end a paragraph"""
UNSEEN = frozenset(
    {
        "head", "script", "style", "template", "noscript", "iframe", "object", "applet", "svg", "select",
        "textarea", "option", "button", "canvas", "audio", "video", "map", "datalist", "title", "nav", "del",
        "rp", "rt", "noembed", "noframes", "dialog", "menuitem", "meter", "progress"
    }
)  # fmt: skip
"""what stands in them is no text of the page: not shown, struck out, a control, or the way around the site"""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
VERBATIM = frozenset({"pre", "listing", "xmp", "plaintext"})
"""white space counts in them"""
CONTROLS = frozenset({"input", "button", "select", "textarea"})
"""are filled in or pressed"""
HEAD_CONTENT = frozenset(
    {
        "meta", "link", "title", "script", "style", "base", "noscript", "template", "object"
    }
)  # fmt: skip
"""may stand in the head; anything else ends it"""
CLOSED_BY = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
}
"""start tag → open elements that it ends without an end tag"""
SCOPES = frozenset(
    {
        "ul", "ol", "dl", "table", "div", "section", "article", "td", "th", "body", "main", "aside",
        "blockquote", "form"
    }
)  # fmt: skip
"""no start tag ends an element outside of these"""
