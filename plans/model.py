"""The plan model: what one policy plan holds, as frozen values.

A plan has programmes (工程), a programme has measures (条), and a measure has text, agencies and, in a
reference, commitments (承诺). What the document says outside its measures stands in sections. The same
classes describe what a plan file may hold: reading validates against them and the published JSON Schema is
generated from them.

A gloss is an unofficial English translation beside the Chinese that is in force: `title_gloss` of `title`. Every one
is optional, and nothing is ever compared by it.
"""

# Annotations are read when the classes are made; as strings (from __future__) each would be parsed once more.

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from plancmp.plans.scalars import plain_value

SCHEMA = "plancmp/plan/1"

Level = Literal["province", "prefecture", "county"]
PlanBasis = Literal["official", "reconstructed"]
TitleBasis = Literal["attested", "inferred"]
SectionKind = Literal["goals", "tasks", "organisation", "preamble", "other"]
Confidence = Literal["high", "medium", "low"]
Nearness = Literal["verbatim", "paraphrase", "topic"]
Bound = Literal["at_least", "exactly", "at_most", "about", "more_than"]

Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
Gloss = Annotated[
    str,
    Field(
        min_length=1, pattern=r"\S", description="An unofficial English translation of the Chinese beside it."
    ),
]
PlanId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
MeasureId = Annotated[str, Field(pattern=r"^[1-9]\d*\.[1-9]\d*$")]
CommitmentId = Annotated[str, Field(pattern=r"^[1-9]\d*\.[1-9]\d*\.[1-9]\d*$")]
SectionId = Annotated[str, Field(pattern=r"^S[1-9]\d*$")]
IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Year = Annotated[int, Field(ge=1949, le=2100)]
Flag = Annotated[bool, BeforeValidator(plain_value)]
Number = Annotated[
    float,
    BeforeValidator(plain_value),
    PlainSerializer(lambda value: int(value) if value.is_integer() else value, when_used="json"),
]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Period(_Frozen):
    """The years a plan covers, both included."""

    start: Year
    end: Year


class ImplementedDocument(_Frozen):
    """A document a plan says it implements; its number where the text gives one."""

    title: Text
    title_gloss: Gloss | None = None
    document_number: Text | None = None


class Fact(_Frozen):
    """Something officially known of a document whose full text is not held, and where it is said."""

    text: Text
    source: Text


class Agencies(_Frozen):
    """Who carries out a measure: 牵头 lead, 配合 supporting, 责任单位 responsible."""

    lead: tuple[Text, ...] = ()
    supporting: tuple[Text, ...] = ()
    responsible: tuple[Text, ...] = ()


class WitnessTarget(_Frozen):
    """The number in a witness's quote.

    `annual` is true for 每年 and 年均; `level` (省级) and `scope` (what the number counts) only where they are stated.
    """

    value: Number
    unit: Text
    comparator: Bound = "exactly"
    deadline: Year | None = None
    annual: Flag = False
    level: Text | None = None
    scope: Text | None = None


class Witness(_Frozen):
    """A place that attests a commitment: plan, measure or section (none for a text without), exact quote.

    `nearness` says how near the quote is to the commitment's own text: a topic alone does not attest it.
    """

    plan: PlanId
    measure: MeasureId | None = None
    section: SectionId | None = None
    quote: Text
    nearness: Nearness | None = None
    target: WitnessTarget | None = None

    @property
    def place(self) -> str | None:
        """The id of the measure or section the quote stands in; None for a text without measures."""
        return self.section if self.measure is None else self.measure

    @property
    def attests(self) -> bool:
        """Whether it speaks of the commitment itself and not of its theme only."""
        return self.nearness != "topic"


class CommitmentTarget(_Frozen):
    """A commitment's numeric target as its witnesses state it.

    `value` is present only where at least two witnesses state the same; `stated` keeps what each one says.
    `comparable` is true where the witnesses' numbers can be held against one another.
    """

    indicator: Text
    indicator_gloss: Gloss | None = None
    value: Text | None = None
    level: Text | None = None
    annual: Flag = False
    comparable: Flag = False
    stated: Mapping[PlanId, Text] = Field(default_factory=dict)


class Commitment(_Frozen):
    """One thing promised inside a measure; `witnesses` is empty where the text itself is official.

    `central` marks what gives the measure its point, `part_of` names a wider commitment that it is part of.
    `concepts` are what any passage that carries it speaks of, in whatever words: each is a list of expressions,
    joined by 、, for one ingredient of the promise; … stands for a gap.
    """

    id: CommitmentId
    text: Text
    text_gloss: Gloss | None = None
    central: Flag = False
    confidence: Confidence | None = None
    part_of: CommitmentId | None = None
    concepts: tuple[Text, ...] = ()
    target: CommitmentTarget | None = None
    witnesses: tuple[Witness, ...] = ()
    note: Text | None = None

    @property
    def attesting(self) -> tuple[Witness, ...]:
        """The witnesses that count: all but those of its theme only."""
        return tuple(witness for witness in self.witnesses if witness.attests)


class AttestedItem(_Frozen):
    """What a plan says outside its measures, as its witnesses attest it: a goal, a scheme, a rule of organisation."""

    text: Text
    text_gloss: Gloss | None = None
    confidence: Confidence | None = None
    target: CommitmentTarget | None = None
    witnesses: tuple[Witness, ...] = ()
    note: Text | None = None


def _as_item(value: object) -> object:
    """A scheme may be given by its name alone."""
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, dict) and isinstance(value.get("witnesses"), list):  # from JSON
        return {**value, "witnesses": tuple(value["witnesses"])}
    return value


Scheme = Annotated[AttestedItem, BeforeValidator(_as_item, json_schema_input_type=AttestedItem | Text)]


class Measure(_Frozen):
    """One measure, "1.2" being the second of programme 1. `text` may be empty only in a reconstruction."""

    id: MeasureId
    title: Text
    title_gloss: Gloss | None = None
    title_basis: TitleBasis | None = None
    title_alternatives: tuple[Text, ...] = ()
    text: str = ""
    agencies: Agencies = Agencies()
    commitments: tuple[Commitment, ...] = ()


class Programme(_Frozen):
    """A plan's numbered group of measures (工程 or 行动)."""

    number: Annotated[int, Field(ge=1)]
    title: Text
    title_gloss: Gloss | None = None
    measures: Annotated[tuple[Measure, ...], Field(min_length=1)]


class Section(_Frozen):
    """A part of the document outside its measures, such as 主要目标 or 组织保障.

    "S2" is the second in the document. `text` has one line a sentence where it was a table, else one line.
    """

    id: SectionId
    kind: SectionKind
    title: Text
    title_gloss: Gloss | None = None
    text: Text
    agencies: Agencies = Agencies()


class Plan(_Frozen):
    """One policy plan: its header, its programmes, and its sections outside them."""

    schema_: Literal["plancmp/plan/1"] = Field(alias="schema")
    id: PlanId
    name: Text
    name_gloss: Gloss | None = None
    aliases: tuple[Text, ...] = ()
    level: Level | None = None
    basis: PlanBasis = "official"
    title: Text
    title_gloss: Gloss | None = None
    issuer: Text | None = None
    issuer_gloss: Gloss | None = None
    document_number: Text | None = None
    index_number: Text | None = None
    issued: IsoDate | None = None
    period: Period | None = None
    implements: tuple[ImplementedDocument, ...] = ()
    source: Text | None = None
    facts: tuple[Fact, ...] = ()
    goals: tuple[AttestedItem, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    organisation: tuple[AttestedItem, ...] = ()
    programmes: Annotated[tuple[Programme, ...], Field(min_length=1)]
    sections: tuple[Section, ...] = ()

    @property
    def measures(self) -> Iterator[Measure]:
        """Every measure, in the order of the document."""
        return (measure for programme in self.programmes for measure in programme.measures)

    @property
    def parts(self) -> Iterator[Measure | Section]:
        """Every measure, then every section: all that has an id, a title, a text and agencies."""
        yield from self.measures
        yield from self.sections

    @property
    def commitments(self) -> Iterator[Commitment]:
        """Every commitment listed by hand, in the order of the document."""
        return (commitment for measure in self.measures for commitment in measure.commitments)

    @property
    def attested(self) -> Iterator[Commitment | AttestedItem]:
        """Everything that has witnesses: commitments, then goals, schemes and organisation."""
        yield from self.commitments
        yield from (*self.goals, *self.schemes, *self.organisation)
