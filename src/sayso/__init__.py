"""On whose say-so? Documents in, attributed statements out, each with the exact words it rests on.

How data flows, in this order:

    read/     bytes → text with a map back to the page
    find/     text → attributions, names, dates, gaps
    resolve/  entities of documents → entities of the case
    store/    all of it in one file
    ingest    joins these steps; casebook is what you call
"""

from sayso.casebook import Case, open, read

__all__ = ["Case", "open", "read"]
