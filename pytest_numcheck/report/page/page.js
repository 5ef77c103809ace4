"use strict";
(() => {
  const by = (id) => document.getElementById(id);
  const made = (tag, parent, text = "") => {
    const element = document.createElement(tag);
    element.textContent = text;
    parent.append(element);
    return element;
  };

  // The card of a number, and lines to the numbers it was held against.
  const card = by("card");
  const lines = document.body.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "svg"));
  lines.id = "lines";
  lines.setAttribute("aria-hidden", "true");
  const words = {agrees: "Agrees with", undecided: "Undecided", possible: "Possible in itself", waived: "Waived"};
  const data = new Map();
  const read = (a) => {
    if (!data.has(a)) data.set(a, JSON.parse(by(`${a}d`)?.textContent || "{}"));
    return data.get(a);
  };
  let shown = null, mates = [], pinned = false, waiting = 0;
  const leave = () => {
    clearTimeout(waiting);
    card.hidden = true;
    pinned = false;
    shown?.removeAttribute("aria-describedby");
    for (const [mate] of mates) mate.classList.remove("mate");
    shown = null;
    mates = [];
    lines.replaceChildren();
  };
  const place = () => {
    if (!shown) return;
    const at = shown.getBoundingClientRect();
    const wide = document.documentElement.clientWidth, high = window.innerHeight;
    if (at.bottom < 0 || at.top > high) { card.style.visibility = "hidden"; lines.replaceChildren(); return; }
    card.style.visibility = "";
    const left = Math.max(8, Math.min(at.left, wide - card.offsetWidth - 8));
    const below = at.bottom + card.offsetHeight + 12 < high || at.top < card.offsetHeight + 12;
    card.style.left = `${left}px`;
    card.style.top = `${below ? at.bottom + 6 : at.top - card.offsetHeight - 6}px`;
    lines.replaceChildren();
    for (const [mate, light] of mates) {
      const to = mate.getBoundingClientRect();
      if (!to.width) continue;
      const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
      const [x1, x2] = [at.left + at.width / 2, to.left + to.width / 2];
      const down = to.top > at.bottom, up = to.bottom < at.top;
      const [y1, y2] = [down ? at.bottom : at.top, up ? to.bottom : to.top];
      const bend = down || up ? (y1 + y2) / 2 : Math.min(y1, y2) - 18;
      line.setAttribute("d", `M${x1},${y1} C${x1},${bend} ${x2},${bend} ${x2},${y2}`);
      line.setAttribute("class", light);
      lines.append(line);
    }
  };
  const show = (number) => {
    if (shown === number) { clearTimeout(waiting); return; }
    leave();
    const [, a, i] = /^(a\d+)n(\d+)$/.exec(number.hash.slice(1)) || [];
    const found = a && read(a)[i];
    if (!found) return;
    shown = number;
    card.replaceChildren();
    made("strong", card, number.textContent);
    made("span", card, ` ${found[0]}`);
    const list = found[1].length ? made("ul", card) : made("p", card, number.classList.contains("alone")
      ? "Nothing in the article could be held against it." : "No rule knew what to hold it against.");
    for (const [said, light, rule, others] of found[1]) {
      const item = made("li", list, said || words[light]);
      item.className = light;
      const near = others.map((o) => by(`${a}n${o}`)).filter(Boolean);
      near.forEach((mate, n) => {
        item.append(n ? ", " : said ? " → " : " ");
        made("a", item, mate.textContent).href = `#${mate.id}`;
        if (mate !== number) mates.push([mate, light]);
      });
      item.append(" ");
      made("code", item, rule);
    }
    for (const [mate] of mates) mate.classList.add("mate");
    card.hidden = false;
    number.setAttribute("aria-describedby", "card");
    place();
  };
  const later = () => { clearTimeout(waiting); if (!pinned) waiting = setTimeout(leave, 250); };
  const number = (event) => event.target.closest?.("a.n");
  const inside = (node) => node instanceof Node && card.contains(node);
  document.addEventListener("mouseover", (e) => {
    const n = number(e);
    if (n && !pinned) show(n); else if (inside(e.target)) clearTimeout(waiting);
  });
  document.addEventListener("mouseout", (e) => { if (number(e) || inside(e.target)) later(); });
  document.addEventListener("focusin", (e) => {
    const n = number(e);
    if (n) show(n); else if (!inside(e.target)) leave();
  });
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape" || !shown) return;
    const back = inside(document.activeElement) ? shown : null;
    leave();
    back?.focus({preventScroll: true});
    if (back) leave();
  });
  document.addEventListener("scroll", () => requestAnimationFrame(place), {passive: true});
  window.addEventListener("resize", place);

  // Links to a number or a finding open what it is in.
  const arrive = () => {
    const at = by(decodeURIComponent(location.hash.slice(1)));
    if (!at) return;
    for (let box = at.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    for (let box = at; box; box = box.parentElement) box.hidden = false;
    const go = () => { at.scrollIntoView({block: at.matches(".n") ? "center" : "start"}); place(); };
    go();
    requestAnimationFrame(() => requestAnimationFrame(go));  // what lies between has its true height only now
    if (!at.matches(".n")) return;
    at.focus({preventScroll: true});
    show(at);
    pinned = shown === at;
  };
  document.addEventListener("click", (e) => {
    const link = e.target.closest?.("a[href^='#']");
    if (!link) { if (!inside(e.target)) leave(); return; }
    if (link.id && link.hash === `#${link.id}`) {  // a number in its place: its card stays, and its links can be reached
      e.preventDefault();
      history.replaceState(null, "", link.hash);
      const again = pinned && shown === link;
      show(link);
      pinned = !again;
      if (again) leave(); else if (!e.detail) card.querySelector("a")?.focus();
    } else if (link.hash === location.hash) { e.preventDefault(); arrive(); }
  });
  window.addEventListener("beforeprint", () => {
    leave();
    document.querySelectorAll("details").forEach((d) => { d.open = true; });
  });
  window.addEventListener("hashchange", arrive);
  if (location.hash) arrive();

  // Filters.
  const filters = by("filters");
  if (!filters) return;
  filters.hidden = false;
  filters.addEventListener("submit", (e) => e.preventDefault());
  const all = [...document.querySelectorAll(".finding")];
  const boxes = [...document.querySelectorAll(".article")];
  const apply = () => {
    const severity = by("by-severity").value, rule = by("by-rule").value, name = by("by-article").value.trim().toLowerCase();
    const named = new Set(boxes.filter((b) => b.dataset.name.includes(name)).map((b) => b.id)), with_ = new Set();
    let count = 0;
    for (const f of all) {
      f.hidden = !((!severity || f.dataset.severity === severity) && (!rule || f.dataset.rule === rule) && named.has(f.dataset.a));
      if (!f.hidden) { count++; with_.add(f.dataset.a); }
    }
    for (const b of boxes) b.hidden = !(severity || rule ? with_ : named).has(b.id);
    by("shown").textContent = `${count} of ${all.length} shown`;
  };
  filters.addEventListener("input", apply);
  apply();
})();
