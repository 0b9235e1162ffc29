"""What the terms of the outputs mean."""

from __future__ import annotations

GLOSSARY: dict[str, tuple[str, str]] = {
    "glossary.title": ("术语", "Glossary"),
    "glossary.of_plans": ("方案用语的英译", "Terms of the plans, as their glosses put them (unofficial)"),
    "glossary.commitment": ("承诺", "commitment"),
    "glossary.central": ("核心承诺", "central commitment"),
    "glossary.reference": ("参照方案", "reference"),
    "glossary.witness": ("见证", "witness"),
    "glossary.attested": ("见证判定（§）", "attested (§)"),
    "glossary.independent": ("独立", "independent"),
    "means.verdict.adopted": (
        "地方方案承接了它，没有降低、推迟或附加条件。",
        "The local plan carries it, with nothing lowered, put off or made conditional.",
    ),
    "means.verdict.weakened": (
        "承接了，但打了折扣，理由另列；只在主题上提到的也在此列。",
        "It is carried with something taken back, for the reasons named; so is what only keeps its theme.",
    ),
    "means.verdict.omitted": (
        "全文没有一处足以承接。",
        "Nowhere in the plan is there a passage that carries it.",
    ),
    "means.strengthened": (
        "比参照要求更高：数字更高，或用语更硬。",
        "The plan asks for more than the reference: a higher number or firmer words.",
    ),
    "means.reason.partial_match": ("只承接了其中一部分。", "Only a part of it is carried."),
    "means.reason.target_lowered": ("数字比参照低。", "The number is lower than the reference's."),
    "means.reason.target_dropped": (
        "内容在，数字没有了。",
        "The thing is there, its number is not.",
    ),
    "means.reason.deadline_later": ("完成时间比参照晚。", "It is to be done later than the reference asks."),
    "means.reason.obligation_softened": (
        "用语比参照软，如“确保”变成“鼓励”。",
        "The verb is softer: to encourage, where the reference ensures.",
    ),
    "means.reason.made_conditional": (
        "附加了参照没有的条件，如“条件成熟时”。",
        "It waits for a condition that the reference does not set.",
    ),
    "means.reason.commitment_omitted": (
        "措施中有承诺缺失。",
        "A commitment of the measure is omitted.",
    ),
    "means.glossary.commitment": (
        "措施里的一件具体要求，判定的最小单位。",
        "One thing that a measure promises; the smallest unit that is judged.",
    ),
    "means.glossary.central": (
        "体现措施要旨的承诺，对措施的判定起主要作用。",
        "A commitment that gives its measure the point; the verdict on the measure rests on it.",
    ),
    "means.glossary.reference": (
        "对照所依据的上级方案；本工具自带的省级方案是重构文本。",
        "The higher plan that is compared against; the province's plan shipped here is reconstructed.",
    ),
    "means.glossary.witness": (
        "转述参照承诺的其他文件及其原句，重构参照的依据。",
        "Another document that states a commitment of the reference; the reconstruction rests on them.",
    ),
    "means.glossary.attested": (
        "被判方案自身就是见证，所引原句仍在文中，以该句为据。",
        "The judged plan is itself a witness and still holds the quoted words, which are then the evidence.",
    ),
    "means.glossary.independent": (
        "除被判方案外仍有两处以上见证。",
        "Attested by two or more witnesses besides the judged plan.",
    ),
    "means.summary.coverage": (
        "全部承诺中得到承接的比重，弱化的按一半计。",
        "Share of all commitments carried; a weakened one counts half.",
    ),
    "means.summary.coverage_independent": (
        "同一比重，只计独立的承诺，更接近实际。",
        "The same share of the independent commitments alone: the fairer estimate.",
    ),
    "means.additions": (
        "地方方案自有、不对应任何参照承诺的内容。",
        "Local clauses that answer to no commitment of the reference.",
    ),
}
