"""What a plan among its peers says."""

from __future__ import annotations

PEERS: dict[str, tuple[str, str]] = {
    "peers.title": ("{plan}与其他方案相比", "{plan} among other plans"),
    "peers.peer": ("他处", "Peer"),
    "peers.behind": (
        "他处已有、{plan}没有或较弱的承诺（{count} 项）",
        "Carried elsewhere, lacking or weaker in {plan} ({count})",
    ),
    "peers.nothing_behind": ("没有。", "None."),
    "peers.own": ("本地", "here"),
    "peers.alone": ("只有{plan}才有的内容（{count} 项）", "Found in {plan} alone ({count})"),
    "peers.nothing_alone": ("没有。", "None."),
    "peers.clauses": ("参照之外的本地内容", "Local clauses beyond the reference"),
    "peers.clauses_mean": (
        "参照之外的本地内容，按同样的方法在其他方案中逐句查找，均未见。",
        "Local clauses beyond the reference were looked for in the other plans as commitments are; none has them.",
    ),
    "peers.implement_other": (
        "贯彻的不是本参照、其表述仅供参考的方案：{plans}。",
        "Plans that do not implement the reference, whose wording may serve all the same: {plans}.",
    ),
    "peers.conclusion": (
        "与{peers}相比，{plan}有 {omitted} 项承诺缺失、{weaker} 项较弱而他处已有；"
        "另有 {alone} 项承诺和 {clauses} 处本地内容为其独有。",
        "Beside {peers}, {plan} lacks {omitted:commitment|commitments} that others carry and has {weaker} weaker; "
        "{alone:commitment|commitments} and {clauses:local clause|local clauses} are its own.",
    ),
    "relation.behind": ("不及他处", "behind"),
    "relation.alone": ("独有", "alone"),
    "peer_verdict.adopted": ("采纳", "adopted"),
    "peer_verdict.weakened": ("弱化", "weakened"),
    "error.no_peer": (
        "除{plan}外没有可比的方案；请另指明方案，或用 --plans-dir 加入",
        "there is no plan besides that of {plan}: name others, or add some with --plans-dir",
    ),
}
