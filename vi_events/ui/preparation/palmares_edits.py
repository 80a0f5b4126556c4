"""Changes of the palmarès that a person makes by hand, on the whole document. Pure."""

from collections.abc import Mapping
from dataclasses import replace

from vi_events.edition.palmares import Award, Mention, Palmares, check_announced, mention_id
from vi_events.edition.show_document import ShowDocument
from vi_events.edition.text import clean
from vi_events.errors import UserError


def with_award(document: ShowDocument, award: Award, new_mention: str = "") -> ShowDocument:
    """With this award in the place of the one of its authority, and a mention of this name made and given when there
    is one. UserError: award_unknown, mention_unnamed.
    """
    palmares = document.palmares
    _check_known(palmares, award.authority.id)
    mentions = palmares.mentions
    if name := clean(new_mention, 120):
        id_ = mention_id(name)
        if not id_:
            raise UserError("mention_unnamed", "Ce nom de mention n’a aucune lettre.", "Écrivez son nom.")
        if id_ not in {mention.id for mention in mentions}:
            mentions = (*mentions, Mention(id_, name))
        award = replace(award, mentions=tuple(dict.fromkeys((*award.mentions, id_))))
    awards = tuple(award if known.authority.id == award.authority.id else known for known in palmares.awards)
    return replace(document, palmares=replace(palmares, awards=awards, mentions=mentions))


def without_award(document: ShowDocument, authority_id: str) -> ShowDocument:
    """Without this authority, in the palmarès as in every stop; an award or a roll call left empty goes too.
    UserError: award_unknown.
    """
    palmares, rundown = document.palmares, document.rundown
    _check_known(palmares, authority_id)
    stops = []
    for stop in rundown.stops:
        left = tuple(id_ for id_ in stop.authority_ids if id_ != authority_id)
        if left or left == stop.authority_ids:
            stops.append(replace(stop, authority_ids=left))
    return replace(
        document,
        palmares=replace(palmares, awards=tuple(a for a in palmares.awards if a.authority.id != authority_id)),
        rundown=replace(rundown, stops=tuple(stops)),
    )


def with_announced(document: ShowDocument, announced: Mapping[str, int]) -> ShowDocument:
    """With these totals as announced beforehand. UserError of ``check_announced``."""
    return replace(document, palmares=replace(document.palmares, announced=check_announced(announced)))


def with_signed(document: ShowDocument, key: str) -> ShowDocument:
    """With one long name more that somebody looked at and approved."""
    return replace(document, signed=tuple(dict.fromkeys((*document.signed, key))))


def _check_known(palmares: Palmares, authority_id: str) -> None:
    if all(award.authority.id != authority_id for award in palmares.awards):
        raise UserError(
            "award_unknown",
            "Cette collectivité n’est plus au palmarès.",
            "Fermez cette fiche\u202f: la liste est à jour derrière elle.",
        )
