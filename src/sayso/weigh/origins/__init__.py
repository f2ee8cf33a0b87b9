"""Whose word a claim rests on: the origins of a cluster, why voices are one, how many there are at least and most."""

from sayso.weigh.origins.case import Case, case_of
from sayso.weigh.origins.claims import weigh_cluster

__all__ = ["Case", "case_of", "weigh_cluster"]
