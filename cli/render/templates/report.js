(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.getElementById("filters");
  const map = document.getElementById("map");
  const evidence = document.getElementById("evidence");
  const shown = document.getElementById("shown");
  const cells = all("button[data-verdict]", map);
  const others = all("[data-verdict]:not(button)");
  const controls = (cell) => document.getElementById(cell.getAttribute("aria-controls"));
  const cellOf = new Map(cells.map((cell) => [controls(cell), cell]));

  // Filters: nothing chosen lets everything through.
  function passes(item, verdicts, programme, reason) {
    return (!verdicts.size || verdicts.has(item.dataset.verdict))
      && (!programme || item.dataset.programme === programme)
      && (!reason || item.dataset.reasons.split(" ").includes(reason));
  }
  function filter() {
    const verdicts = new Set(all("input:checked", form).map((box) => box.value));
    const { programme, reason } = form.elements;
    const chosen = (item) => passes(item, verdicts, programme.value, reason.value);
    for (const cell of cells) cell.disabled = !chosen(cell);
    for (const item of others) item.hidden = !chosen(item);
    for (const group of all("[data-group]")) {
      group.hidden = !group.querySelector("button[data-verdict]:enabled, [data-verdict]:not(button):not([hidden])");
    }
    for (const empty of all("[data-empty-for]")) {
      const list = document.getElementById(empty.dataset.emptyFor);
      empty.hidden = Boolean(list.querySelector("[data-verdict]:not(:disabled):not([hidden])"));
    }
    const left = cells.filter((cell) => !cell.disabled);
    shown.textContent = shown.dataset.words.replace("{shown}", left.length).replace("{total}", cells.length);
    fold();
    if (left.length && !left.some((cell) => cell.tabIndex === 0)) enter(left[0]);
  }
  form.hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());

  // Evidence: opened from the map or from a list, by mouse, Enter or Space.
  function open(entry) {
    if (entry.hidden) {
      form.reset();
      filter();
    }
    for (let place = entry; place; place = place.parentElement.closest("details")) place.open = true;
    for (const cell of all("[aria-current]", map)) cell.removeAttribute("aria-current");
    const cell = cellOf.get(entry);
    cell.setAttribute("aria-current", "true");
    enter(cell);
    history.replaceState(null, "", "#" + entry.id);
    const summary = entry.querySelector("summary");
    summary.focus({ preventScroll: true });
    if (show(entry)) evidence.scrollIntoView({ block: "nearest" });
    else entry.scrollIntoView({ block: "start" });
  }
  // Brings evidence to the top of its pane; false where the pane does not scroll by itself.
  function show(entry) {
    if (evidence.scrollHeight <= evidence.clientHeight) return false;
    const head = evidence.querySelector("header").offsetHeight;
    evidence.scrollTop += entry.getBoundingClientRect().top - evidence.getBoundingClientRect().top - head;
    return true;
  }
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("button[aria-controls]");
    if (opener) open(controls(opener));
    const back = event.target.closest(".back");
    if (back) leave(back.closest("[data-verdict]"));
  });
  function leave(entry) {
    const cell = cellOf.get(entry);
    if (cell && !cell.disabled) cell.focus();
  }
  evidence.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave(event.target.closest("[data-verdict]"));
  });
  document.addEventListener("toggle", (event) => {
    const cell = cellOf.get(event.target);
    if (cell) cell.setAttribute("aria-expanded", String(event.target.open));
  }, true);
  for (const button of all("[data-all]")) {
    button.addEventListener("click", () => {
      for (const entry of all("details", evidence)) entry.open = button.dataset.all === "open";
    });
  }

  // The map is one stop of the tab key; arrows move inside it.
  function enter(cell) {
    for (const other of cells) other.tabIndex = other === cell ? 0 : -1;
  }
  function step(cell, key) {
    const row = all("button", cell.closest("tr"));
    const enabled = (list) => list.filter((each) => !each.disabled && each.offsetParent);
    const line = enabled(row);
    const place = line.indexOf(cell);
    const column = enabled(all("tr", map).map((each) => all("button", each)[row.indexOf(cell)]).filter(Boolean));
    const level = column.indexOf(cell);
    return {
      ArrowRight: line[place + 1], ArrowLeft: line[place - 1], Home: line[0], End: line.at(-1),
      ArrowDown: column[level + 1], ArrowUp: column[level - 1],
    }[key];
  }
  map.addEventListener("keydown", (event) => {
    const next = event.target.matches("button[data-verdict]") && step(event.target, event.key);
    if (!next) return;
    event.preventDefault();
    enter(next);
    next.focus();
  });

  // Long lists show their beginning until all is asked for.
  const FEW = 15;
  const folds = all(".list").map((list) => ({
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
    closed = all("details:not([open])");
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
  if (asked && cellOf.has(asked)) open(asked);
})();
