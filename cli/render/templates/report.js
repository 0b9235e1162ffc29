(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const PROOFS = "details[data-verdict], details[data-group]";
  const form = document.getElementById("filters");
  const map = document.getElementById("map");
  const evidence = document.getElementById("evidence");
  const shown = document.getElementById("shown");
  const links = all("a[data-verdict]", map);
  const cells = links.filter((link) => link.id); // of measures; the others are of commitments
  const others = all("[data-verdict]:not(a)");
  const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const entryOf = (place) => place.closest("details[data-verdict]");
  const linkTo = new Map(links.map((link) => [target(link), link]));
  const isOff = (link) => link.getAttribute("aria-disabled") === "true";

  // Filters: nothing chosen lets everything through. On a page by commitment a measure has the verdicts of all of its.
  function passes(item, verdicts, programme, reason) {
    return (!verdicts.size || item.dataset.verdict.split(" ").some((verdict) => verdicts.has(verdict)))
      && (!programme || item.dataset.programme === programme)
      && (!reason || item.dataset.reasons.split(" ").includes(reason));
  }
  function filter() {
    const verdicts = new Set(all("input:checked", form).map((box) => box.value));
    const { programme, reason } = form.elements;
    const chosen = (item) => passes(item, verdicts, programme.value, reason.value);
    for (const link of links) {
      if (chosen(link)) link.removeAttribute("aria-disabled");
      else link.setAttribute("aria-disabled", "true");
    }
    for (const item of others) item.hidden = !chosen(item);
    const passing = "a[id][data-verdict]:not([aria-disabled]), [data-verdict]:not(a):not([hidden])";
    for (const group of all("[data-group]")) group.hidden = !group.querySelector(passing);
    for (const head of all("[data-of]", map)) {
      head.hidden = !cells.some((cell) => cell.dataset.programme === head.dataset.of && !cell.closest("[hidden]"));
    }
    for (const empty of all("[data-empty-for]")) {
      empty.hidden = Boolean(document.getElementById(empty.dataset.emptyFor).querySelector(passing));
    }
    const left = cells.filter((cell) => !isOff(cell));
    shown.textContent = shown.dataset.words.replace("{shown}", left.length).replace("{total}", cells.length);
    fold();
    if (left.length && !left.some((cell) => cell.tabIndex === 0)) enter(left[0]);
  }
  form.hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());

  // Evidence: a link opens it without a script too; here it is also brought to view, and remembers where one came from.
  function open(place) {
    const entry = entryOf(place);
    if (entry.hidden) {
      form.reset();
      filter();
    }
    for (let each = entry; each; each = each.parentElement.closest("details")) each.open = true;
    for (const link of all("[aria-current]", map)) link.removeAttribute("aria-current");
    const link = linkTo.get(place);
    link.setAttribute("aria-current", "true");
    enter(link);
    history.replaceState(null, "", "#" + place.id);
    for (const other of all(".pointed")) other.classList.remove("pointed");
    const proof = place.matches(".proof");
    if (proof) {
      place.classList.add("pointed");
      place.tabIndex = -1;
    }
    (proof ? place : entry.querySelector("summary")).focus({ preventScroll: true });
    if (show(proof ? place : entry)) evidence.scrollIntoView({ block: "nearest" });
    else (proof ? place : entry).scrollIntoView({ block: "start" });
  }
  // Brings evidence to the top of its pane; false where the pane does not scroll by itself.
  function show(entry) {
    if (evidence.scrollHeight <= evidence.clientHeight) return false;
    const head = evidence.querySelector("header").offsetHeight;
    evidence.scrollTop += entry.getBoundingClientRect().top - evidence.getBoundingClientRect().top - head;
    return true;
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#plan'], a.back");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (isOff(link)) return;
    if (link.matches(".back")) leave(entryOf(link));
    else open(target(link));
  });
  // Back to where one came from, else to the measure.
  function leave(entry) {
    const from = map.querySelector("[aria-current]");
    const whole = linkTo.get(entry.querySelector(".body"));
    const link = from && from.offsetParent && entryOf(target(from)) === entry ? from : whole;
    if (isOff(link)) return;
    enter(link);
    link.focus();
  }
  evidence.addEventListener("keydown", (event) => {
    const entry = event.key === "Escape" && entryOf(event.target);
    if (entry) leave(entry);
  });
  for (const button of all("[data-all]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      for (const entry of all(PROOFS, evidence)) entry.open = button.dataset.all === "open";
    });
  }

  // The map is one stop of the tab key; arrows move inside it.
  function enter(cell) {
    for (const other of links) other.tabIndex = other === cell ? 0 : -1;
  }
  function step(cell, key) {
    const row = all("a", cell.closest("tr"));
    const enabled = (list) => list.filter((each) => !isOff(each) && each.offsetParent);
    const line = enabled(row);
    const place = line.indexOf(cell);
    const column = enabled(all("tr", map).map((each) => all("a", each)[row.indexOf(cell)]).filter(Boolean));
    const level = column.indexOf(cell);
    return {
      ArrowRight: line[place + 1], ArrowLeft: line[place - 1], Home: line[0], End: line.at(-1),
      ArrowDown: column[level + 1], ArrowUp: column[level - 1],
    }[key];
  }
  map.addEventListener("keydown", (event) => {
    if (!event.target.matches("a[data-verdict]")) return;
    const next = event.key === " " ? event.target : step(event.target, event.key);
    if (!next) return;
    event.preventDefault();
    if (event.key === " ") return open(target(next));
    enter(next);
    next.focus();
  });

  // Commitments unfold without a script too, but not in browsers that are older than 2023.
  const whole = document.getElementById("unfold");
  function unfold() {
    for (const box of all(".fold", map)) box.closest("tbody").classList.toggle("unfolded", whole.checked || box.checked);
  }
  map.parentElement.addEventListener("change", unfold);
  unfold();

  // Long lists show their beginning until all is asked for.
  const FEW = 15;
  const folds = all(".list").filter((list) => list.querySelector(".more")).map((list) => ({
    table: list.querySelector("table"), button: list.querySelector(".more"), whole: false,
  }));
  function fold() {
    for (const { table, button, whole } of folds) {
      const long = all("tbody tr:not([hidden])", table).length > FEW && !whole;
      table.classList.toggle("folded", long);
      button.hidden = !long;
    }
  }
  for (const list of folds) {
    list.button.addEventListener("click", () => {
      list.whole = true;
      fold();
    });
  }

  // Paper shows every proof.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all(`${PROOFS}, .fold details`).filter((entry) => !entry.open);
    for (const entry of closed) entry.open = true;
  });
  addEventListener("afterprint", () => {
    for (const entry of closed) entry.open = false;
  });

  enter(cells[0]);
  filter();
  const first = evidence.querySelector("details[data-verdict][open]");
  if (first) show(first);
  const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (asked && linkTo.has(asked)) open(asked);
})();
