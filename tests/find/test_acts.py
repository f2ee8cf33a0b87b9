"""Rows: a sentence with a cue in square brackets, what its source does with the content, and how certain it is left.

Grammar alone finds the attribution here, as it does inside of others; everybody is invented.
"""

import pytest

from sayso.find.attribution.acts import act_of
from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.factuality import factuality_of
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.quotes import find_quotes
from sayso.find.attribution.told import told
from sayso.find.blocks import find_blocks
from sayso.find.parse import Parser
from sayso.model.span import Span

ROWS = [
    # puts it forward as so
    ("Orla Finch [said] that the bridge was closed.", "assert", "CT+"),
    ("Orla Finch [said] nobody was on the bridge.", "assert", "CT-"),
    ("Orla Finch [told] the court that she never met the pilot.", "assert", "CT-"),
    ("Orla Finch [wrote] that the bridge might fall.", "assert", "PS+"),
    ("Orla Finch [suggested] that the pilot was asleep.", "assert", "PR+"),
    ("Orla Finch [recalled] that the pilot was asleep.", "assert", "CT+"),
    ("Orla Finch [remembered] that the pilot was asleep.", "assert", "CT+"),  # tells what it was like
    ("Orla Finch [speculated] that the pilot was asleep.", "assert", "PS+"),
    ("Orla Finch [predicted] that the bridge will fall.", "assert", "PR+"),
    ("Orla Finch [alleged] that the pilot was drunk.", "assert", "CT+"),
    ("Orla Finch [maintains] that the light was out.", "assert", "CT+"),
    ("Orla Finch [reported] hearing a shot.", "assert", "CT+"),
    ("Orla Finch [said] the pilot was probably asleep.", "assert", "PR+"),
    ("Orla Finch [said] it was possible that the pilot slept.", "assert", "PS+"),
    ("Orla Finch [said] it was unlikely that the pilot slept.", "assert", "PR-"),
    ("Orla Finch [said] the bridge would fall if a train crossed it.", "assert", "Uu"),  # conditional
    ("Orla Finch [called] the weld unsound.", "assert", "CT+"),
    ("Orla Finch [warned] that the bridge could fall.", "assert", "PS+"),
    ("The clerk was [told] that the bridge was closed.", "assert", "CT+"),
    ("[According to] Orla Finch, no train crossed the bridge.", "assert", "CT-"),
    ("Orla Finch has not [said] that the bridge is safe.", "assert", "Uu"),  # nor the opposite
    ("Orla Finch never [mentioned] the bridge to the board.", "assert", "Uu"),
    ("Her [claim] that the pilot was drunk was read out.", "assert", "CT+"),
    # affirms what was put to the source
    ("The ministry [confirmed] that the ferry had sunk.", "confirm", "CT+"),
    ("The ministry [acknowledged] that nobody had checked the ferry.", "confirm", "CT-"),
    ("The owner [admitted] that the ferry may have leaked.", "confirm", "PS+"),
    ("The owner [conceded] that the ferry was old.", "confirm", "CT+"),
    ("The owner [confessed] that he had sold the ferry.", "confirm", "CT+"),
    ("A second witness [corroborated] the account of the cook.", "confirm", "CT+"),
    ("The logs [bear out] what the cook said.", "confirm", "CT+"),
    ("The owner did not [dispute] that the ferry was old.", "confirm", "PS+"),  # less than affirming
    ("The owner did not [deny] having sold the ferry.", "confirm", "PS+"),
    ("The owner [agreed] that the ferry was old.", "confirm", "CT+"),
    ("The owner [admitted] to the theft.", "confirm", "CT+"),
    # says that it isn't so
    ("The bishop [denied] that the letter was his.", "deny", "CT-"),
    ("The bishop [denied] writing the letter.", "deny", "CT-"),
    ("The bishop [denied] having written the letter.", "deny", "CT-"),
    ("The bishop [disputed] that the letter was his.", "deny", "CT-"),
    ("The bishop [rejected] the claim that he wrote it.", "deny", "CT-"),
    ("The bishop has [repudiated] the letter.", "deny", "CT-"),
    ("The bishop [refuted] the report.", "deny", "CT-"),
    ("The bishop [contradicted] the account of the cook.", "deny", "CT-"),
    ("The bishop [ruled out] a cover-up.", "deny", "CT-"),
    ("The bishop [walked back] his claim that the letter was false.", "deny", "Uu"),  # no word on what is so
    ("The bishop [insisted] that there was no letter.", "deny", "CT-"),
    ("The bishop [maintained] that he had not written it.", "deny", "CT-"),
    ("The bishop [said] that the report was false.", "deny", "CT-"),
    ("The bishop [said] there was no truth to the report.", "deny", "CT-"),
    ("The letter was [dismissed] by the bishop.", "deny", "CT-"),
    ("The bishop [wishes] to make clear that there was no letter.", "deny", "CT-"),
    # refuses to answer
    ("The minister [declined] to comment.", "decline", "Uu"),
    ("The minister [declined] to say whether the ferry was insured.", "decline", "Uu"),
    ("The minister [declined], through an aide, to be interviewed.", "decline", "Uu"),
    ("The minister [refused] to answer questions about the ferry.", "decline", "Uu"),
    ("The minister would not [discuss] the ferry.", "decline", "Uu"),
    ("The minister would not [say] who owned the ferry.", "decline", "Uu"),
    ("The minister would neither [confirm] nor deny the sale.", "decline", "Uu"),
    ("The minister [had] no comment on the sale.", "decline", "Uu"),
    ("The minister [said] she had nothing to say.", "decline", "Uu"),
    ("The minister [answered] that she would not discuss the sale.", "decline", "Uu"),
    ("The minister has not [said] whether the ferry was insured.", "decline", "Uu"),
    ("The minister [sidestepped] the question of whether the ferry was insured.", "decline", "Uu"),
    ("The minister [stopped] short of saying who owned the ferry.", "decline", "Uu"),
    ("The minister has yet to [say] whether the ferry was insured.", "decline", "Uu"),
    ("“We have no comment,” the minister [said].", "decline", "Uu"),
    ("“I won't get into that,” the minister [said].", "decline", "Uu"),
    # no answer came
    ("The firm did not [respond] to a request for comment.", "no-response", "Uu"),
    ("The firm did not immediately [return] a call.", "no-response", "Uu"),
    ("The firm didn't [answer] three letters.", "no-response", "Uu"),
    ("The firm never [wrote back].", "no-response", "Uu"),
    ("The firm could not be [reached] for comment.", "no-response", "Uu"),
    ("The firm [was] not available for comment.", "no-response", "Uu"),
    ("The firm [failed] to respond to two letters.", "no-response", "Uu"),
    ("Neither of the owners [responded].", "no-response", "Uu"),
    ("Calls to the firm [went] unanswered.", "no-response", "Uu"),
    ("Messages left for the owner were not [returned].", "no-response", "Uu"),
    ("The firm has [remained] silent since May.", "no-response", "Uu"),
    ("The firm [gave] no reply.", "no-response", "Uu"),
    ("No answer had been [received] by Friday.", "no-response", "Uu"),
    ("The firm has yet to [respond] to the letter.", "no-response", "Uu"),
    ("The firm [left] the question unanswered.", "no-response", "Uu"),
    # asks, requests, orders, advises
    ("The clerk [asked] whether the gate was shut.", "ask", "Uu"),
    ("The clerk [asked] who had shut the gate.", "ask", "Uu"),
    ("The clerk [asked] for help.", "ask", "Uu"),
    ("The clerk [asked] the guard to shut the gate.", "ask", "Uu"),
    ("The clerk [told] the guard to shut the gate.", "ask", "Uu"),
    ("The clerk [ordered] the guard to shut the gate.", "ask", "Uu"),
    ("The clerk [urged] the guard to shut the gate.", "ask", "Uu"),
    ("The clerk [begged] the guard to shut the gate.", "ask", "Uu"),
    ("The guard was [instructed] by the clerk to shut the gate.", "ask", "Uu"),
    ("The clerk [demanded] that the gate be shut.", "ask", "Uu"),
    ("The clerk [requested] a new gate.", "ask", "Uu"),
    ("The clerk [wondered] whether the gate was shut.", "ask", "Uu"),
    ("The clerk [invited] the guard to dinner.", "ask", "Uu"),
    ("“Who shut the gate?” the clerk [wanted to know].", "ask", "Uu"),
    ("The clerk [said]: “Who shut the gate?”", "ask", "Uu"),
    # plans, wants, promises, threatens
    ("The union [plans] to stay out.", "intend", "Uu"),
    ("The union [wants] a new contract.", "intend", "Uu"),
    ("The union does not [want] to stay out.", "intend", "Uu"),
    ("The union [vowed] to stay out.", "intend", "Uu"),
    ("The union [promised] that it would stay out.", "intend", "Uu"),
    ("The union [threatened] to stay out.", "intend", "Uu"),
    ("The union [offered] to talk.", "intend", "Uu"),
    ("The union [agreed] to talk.", "intend", "Uu"),
    ("The union [hopes] to settle by May.", "intend", "Uu"),
    ("The union [undertook] to return the keys.", "intend", "Uu"),
    ("The union [decided] to stay out.", "intend", "Uu"),
    ("The union [said] that it would strike in May.", "intend", "Uu"),
    ("The union [refused] to sign.", "intend", "CT-"),
    ("The union [rejected] the offer.", "intend", "CT-"),
    # thinks, knows, fears, does not know
    ("The nurse [thinks] that the boy is asleep.", "believe", "PR+"),
    ("The nurse [believed] the boy was asleep.", "believe", "PR+"),
    ("The nurse did not [believe] that the boy was asleep.", "believe", "PR-"),
    ("The nurse [believed] that she had no patients.", "believe", "PR-"),
    ("The nurse [knew] that the boy was asleep.", "believe", "CT+"),
    ("The nurse does not [know] whether the boy is asleep.", "believe", "Uu"),
    ("The nurse did not [recall] seeing the boy.", "believe", "Uu"),
    ("The nurse did not [remember] the boy.", "believe", "Uu"),
    ("Nobody [realized] that the boy was asleep.", "believe", "Uu"),
    ("The nurse [suspected] that the boy was awake.", "believe", "PS+"),
    ("The nurse [fears] that the boy will die.", "believe", "PS+"),
    ("The nurse [doubts] that the boy is asleep.", "believe", "PR-"),
    ("The nurse [expects] the boy to sleep.", "believe", "PR+"),
    ("The nurse [understood] that the boy would sleep.", "believe", "PR+"),
    ("The nurse was [worried] that the boy would wake.", "believe", "PS+"),
    ("The nurse was [aware] of the boy.", "believe", "CT+"),
    ("The nurse was not [aware] that the boy was awake.", "believe", "Uu"),
    # shorter, longer and rarer ways
    ("The mayor [would] say only that talks went on.", "decline", "Uu"),
    ("The mayor would neither [confirm] nor deny the report.", "decline", "Uu"),
    ("The police [refused] to release the name of the driver.", "decline", "Uu"),
    ("The airline [said] it does not comment on lawsuits.", "decline", "Uu"),
    ("The ministry has not [commented] on the report.", "no-response", "Uu"),
    ("The hospital did not [respond] to the allegations.", "no-response", "Uu"),
    ("There [was] no response from the palace.", "no-response", "Uu"),
    ("The judge [wanted] to know who had paid.", "ask", "Uu"),
    ("Doctors [advise] patients to avoid the drug.", "ask", "Uu"),
    ("The bank's lawyers [called] the charge baseless.", "deny", "CT-"),
    ("Orla Finch [answered] that she did not.", "deny", "CT-"),
    ("Orla Finch [answered] that she had.", "confirm", "CT+"),
    ("Orla Finch [considered] leaving the board.", "intend", "Uu"),
    ("Orla Finch was under the [impression] that the fee was paid.", "believe", "PR+"),
    ("Few farmers [believe] that the dam is safe.", "believe", "PR-"),
]


def candidates(parser: Parser, marked: str) -> tuple[Grammar, list[Candidate]]:
    """The parse, and what grammar finds with a cue that shares a word with the brackets."""
    cue = Span(marked.index("["), marked.index("]") - 1)
    text = marked.replace("[", "").replace("]", "")
    blocks = find_blocks(text)
    grammar = Grammar(parser.parse(text, blocks), find_quotes(text, blocks))
    wanted = grammar.inside(cue)
    found = told(grammar, range(len(grammar.tokens)))
    return grammar, [c for c in found if set(c.cue) & set(wanted)]


@pytest.mark.parametrize(("marked", "act", "factuality"), ROWS)
def test_act_and_factuality(parser: Parser, marked: str, act: str, factuality: str) -> None:
    grammar, found = candidates(parser, marked)
    assert found, "no attribution"
    best = min(found, key=lambda c: len(c.cue))
    direct = bool(best.content) and all(grammar.quote_of[i] >= 0 for i in best.content[0])
    does = act_of(grammar, best.cue, best.content, direct=direct)
    assert (does, factuality_of(grammar, best.cue, best.content, does)) == (act, factuality)


IDLE = [
    # text, why nobody tells anything here
    ("The clerk wants the guard to [tell] the crew that it is late.", "only wished for"),
    ("The clerk asked the guard to [say] that it was late.", "only asked for"),
    ("The police did not [respond] to the scene.", "no request"),
    ("The lawyer did not [return] to the court.", "came no more"),
    ("The firm did not [return] the money.", "nothing to answer"),
]


@pytest.mark.parametrize(("marked", "why"), IDLE)
def test_nothing_told(parser: Parser, marked: str, why: str) -> None:
    assert not candidates(parser, marked)[1], why
