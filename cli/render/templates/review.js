(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const SHOWN = 60; // characters by which one tells passages apart
  const COMMANDS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
  const bar = document.getElementById("review");
  const data = JSON.parse(document.getElementById("review-data").textContent);
  const blank = document.getElementById("decide").content.firstElementChild;
  const forms = all(".decide-at").map(put);
  const reviewer = bar.elements.reviewer;
  const count = document.getElementById("decided");

  // A form for one commitment: the passages that carry it are chosen from the start.
  function put(place) {
    const form = blank.cloneNode(true);
    Object.assign(form.dataset, place.dataset);
    const { passages, carried } = data.plans[form.dataset.plan].items[form.dataset.item];
    for (const [number, passage] of passages.entries()) {
      const box = Object.assign(document.createElement("input"), {
        type: "checkbox", name: "passage", value: String(number), defaultChecked: carried,
      });
      const label = document.createElement("label");
      label.className = "passage small";
      label.append(box, ` ${passage.place} ${passage.quote.slice(0, SHOWN)}`.replace(COMMANDS, " "));
      form.querySelector(".missing").before(label);
    }
    place.replaceWith(form);
    return form;
  }

  // What is filled in stays in this browser, by the texts it was filled in on; nothing leaves the machine.
  const key = (form) => ["plancmp", data.reference, form.dataset.plan, form.dataset.item, item(form).asked].join("/");
  const item = (form) => data.plans[form.dataset.plan].items[form.dataset.item];
  function remember(name, value) {
    try {
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    } catch { /* a browser that keeps nothing for files: saving still works */ }
  }
  function recall(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  }
  function filled(form) {
    const { verdict, reason, note } = form.elements;
    return {
      verdict: verdict.value, reason: reason.value, note: note.value.trim(),
      passages: all("[name=passage]:checked", form).map((box) => Number(box.value)),
    };
  }
  function restore(form) {
    const kept = recall(key(form));
    if (!kept) return;
    const { verdict, reason, passages, note } = JSON.parse(kept);
    form.elements.verdict.value = verdict;
    form.elements.reason.value = reason;
    form.elements.note.value = note;
    for (const box of all("[name=passage]", form)) box.checked = passages.includes(Number(box.value));
  }
  // What is missing for a decision; empty for a whole one.
  function missing(form) {
    const { verdict, reason, passages } = filled(form);
    if (verdict !== "omitted" && !passages.length) return form.dataset.needsPassage;
    return verdict === "weakened" && !reason ? form.dataset.needsReason : "";
  }
  function show(form) {
    const { verdict } = filled(form);
    form.elements.reason.disabled = verdict !== "weakened";
    for (const box of all("[name=passage]", form)) box.disabled = verdict === "omitted";
    form.querySelector(".missing").textContent = verdict ? missing(form) : "";
    form.classList.toggle("filled", Boolean(verdict) && !missing(form));
  }
  function tell() {
    const whole = forms.filter((form) => form.classList.contains("filled"));
    count.textContent = count.dataset.words.replace("{count}", whole.length);
    bar.elements.save.disabled = !whole.length || !reviewer.value.trim();
  }
  for (const form of forms) {
    restore(form);
    show(form);
    form.addEventListener("input", () => {
      const kept = filled(form);
      remember(key(form), kept.verdict || kept.note ? JSON.stringify(kept) : "");
      show(form);
      tell();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // A string of JSON is one of YAML; characters that a file of decisions may not hold become spaces.
  const text = (value) => JSON.stringify(
    value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, " "),
  );
  function entry(form, today) {
    const { verdict, reason, passages, note } = filled(form);
    const of = item(form);
    const quoted = verdict === "omitted" ? [] : passages.map((place) => of.passages[place]);
    const read = quoted.length
      ? "sha256:" + quoted.map((passage) => passage.read.replace("sha256:", "")).join("+")
      : data.plans[form.dataset.plan].whole;
    return [
      `  - commitment: ${form.dataset.item}`,
      `    asked: ${of.asked}`,
      `    verdict: ${verdict}`,
      verdict === "weakened" ? `    reasons:\n      - ${reason}` : "    reasons: []",
      quoted.length ? "    quotes:" : "    quotes: []",
      ...quoted.map((passage) => `      - measure: ${text(passage.measure)}\n        text: ${text(passage.quote)}`),
      `    read: ${read}`,
      `    computed: ${of.computed}`,
      ...(note ? [`    note: ${text(note)}`] : []),
      `    by: ${text(reviewer.value.trim())}`,
      `    at: '${today}'`,
      "    status: decided",
    ].join("\n");
  }
  function save(plan) {
    const whole = forms.filter((form) => form.dataset.plan === plan && form.classList.contains("filled"));
    if (!whole.length) return;
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, "0")).join("-");
    const head = `schema: plancmp/decisions/1\nreference: ${data.reference}\nplan: ${plan}\nentries:\n`;
    const body = whole.map((form) => entry(form, today)).join("\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([head + body + "\n"], { type: "application/yaml" }));
    link.download = `${plan}.yaml`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  reviewer.value = recall("plancmp/reviewer") || "";
  bar.addEventListener("input", () => {
    remember("plancmp/reviewer", reviewer.value.trim());
    tell();
  });
  bar.addEventListener("submit", (event) => {
    event.preventDefault();
    for (const plan of Object.keys(data.plans)) save(plan);
  });
  bar.hidden = false;
  tell();
})();
