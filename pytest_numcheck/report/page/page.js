"use strict";
(() => {
  const by = (id) => document.getElementById(id);
  const card = by("card");
  const data = new Map();
  const read = (a) => {
    if (!data.has(a)) data.set(a, JSON.parse(by(`a${a}d`)?.textContent || "{}"));
    return data.get(a);
  };
  let mates = [];
  const leave = () => {
    card.hidden = true;
    mates.forEach((m) => m.classList.remove("mate"));
    mates = [];
  };
  const line = (parent, text) => {
    const made = document.createElement(parent.tagName === "UL" ? "li" : "div");
    made.textContent = text;
    parent.append(made);
    return made;
  };
  const words = {agrees: "agrees with", undecided: "undecided with", alone: "possible in itself", waived: "waived, with"};
  const show = (number) => {
    leave();
    const found = read(number.dataset.a)[number.dataset.n];
    if (!found) return;
    card.replaceChildren();
    line(card, found[1]).style.fontWeight = "600";
    if (found[2].length) {
      const list = document.createElement("ul");
      for (const [said, light, rule, others] of found[2]) {
        const names = others.map((i) => by(`a${number.dataset.a}n${i}`)).filter(Boolean);
        mates.push(...names);
        const item = line(list, said || `${words[light] || light} `);
        if (!said || light === "undecided") item.append(names.map((n) => n.textContent).join(", "));
        item.append(` (${rule})`);
      }
      card.append(list);
    } else line(card, "compared with nothing");
    mates.forEach((m) => m.classList.add("mate"));
    card.hidden = false;
    const at = number.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8));
    const below = at.bottom + card.offsetHeight + 12 < window.innerHeight;
    card.style.left = `${left + window.scrollX}px`;
    card.style.top = `${(below ? at.bottom + 6 : at.top - card.offsetHeight - 6) + window.scrollY}px`;
  };
  const number = (event) => event.target.closest?.(".n[data-n]");
  document.querySelectorAll(".n[title]").forEach((n) => {
    n.setAttribute("aria-label", `${n.textContent}: ${n.title}`);
    n.removeAttribute("title");
  });
  document.addEventListener("mouseover", (e) => { const n = number(e); if (n) show(n); });
  document.addEventListener("mouseout", (e) => { if (number(e)) leave(); });
  document.addEventListener("focusin", (e) => { const n = number(e); if (n) show(n); else leave(); });
  document.addEventListener("focusout", leave);
  document.addEventListener("keydown", (e) => { if (e.key === "Escape") leave(); });
  const open = (id) => { const at = id && by(id); const box = at?.closest("details"); if (box) box.open = true; return at; };
  const arrive = () => {
    const at = open(decodeURIComponent(location.hash.slice(1)));
    if (!at) return;
    at.scrollIntoView({block: at.matches(".n") ? "center" : "start"});
    if (at.matches(".n")) at.focus({preventScroll: true});
  };
  document.addEventListener("click", (e) => {
    const link = e.target.closest?.("a[href^='#']");
    if (link && link.hash === location.hash) { e.preventDefault(); arrive(); }
  });
  window.addEventListener("beforeprint", () => document.querySelectorAll(".article").forEach((a) => { a.open = true; }));
  window.addEventListener("hashchange", arrive);
  if (location.hash) arrive();
  const filters = by("filters");
  if (filters) {
    filters.hidden = false;
    filters.addEventListener("submit", (e) => e.preventDefault());
    const all = [...document.querySelectorAll(".finding")];
    const boxes = [...document.querySelectorAll(".article")];
    const apply = () => {
      const severity = by("by-severity").value, rule = by("by-rule").value, article = by("by-article").value.trim().toLowerCase();
      let shown = 0;
      for (const f of all) {
        f.hidden = !((!severity || f.dataset.severity === severity) && (!rule || f.dataset.rule === rule) && f.dataset.article.includes(article));
        shown += !f.hidden;
      }
      for (const b of boxes) b.hidden = !b.dataset.article.includes(article);
      by("shown").textContent = `${shown} of ${all.length} shown`;
    };
    filters.addEventListener("input", apply);
    apply();
  }
})();
