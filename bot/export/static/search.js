// Search over the speakers and stories of this export, offline: files of search/ are loaded as somebody types.
"use strict";
(() => {
  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
  const WORD = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+`, "gu");
  const DEEPEST = 12;
  const SHOWN = 60;
  const box = document.getElementById("q");
  const list = document.getElementById("results");
  const status = document.getElementById("status");
  const loaded = new Map(); // beginning -> promise of {more, entries}
  const arrived = new Map();
  let asked = 0;

  // called by the files of search/
  globalThis.attache = (start, more, entries) => arrived.set(start, { more, entries });

  // the rule of fold in search_index.py
  const fold = (words) =>
    (words.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replaceAll("ß", "ss").replaceAll("ς", "σ")
      .match(WORD)) ?? [];

  function load(start) {
    if (!loaded.has(start)) {
      loaded.set(start, new Promise((resolve) => {
        const script = document.createElement("script");
        script.src = `search/${[...start].map((letter) => letter.codePointAt(0).toString(16)).join("-")}.js`;
        const done = () => resolve(arrived.get(start) ?? { more: false, entries: [] });
        script.addEventListener("load", done);
        script.addEventListener("error", done); // no such file: nothing begins so
        document.head.append(script);
      }));
    }
    return loaded.get(start);
  }

  // the file of the longest beginning that is needed to know everything with this word
  async function find(word) {
    const letters = [...word].slice(0, DEEPEST);
    for (let length = 1; ; length += 1) {
      const found = await load(letters.slice(0, length).join(""));
      if (!found.more || length >= letters.length) return found;
    }
  }

  function line([kind, href, label, note]) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = href;
    link.dir = "auto";
    link.textContent = label;
    const told = document.createElement("span");
    told.className = "note";
    told.dir = "auto";
    told.textContent = note;
    const what = document.createElement("span");
    what.className = "tag";
    what.textContent = kind;
    item.append(link, " ", what, " ", told);
    return item;
  }

  function tell(words) {
    status.textContent = words;
    list.dataset.told = box.value;
  }

  async function search() {
    const turn = (asked += 1);
    const words = [...new Set(fold(box.value))].slice(0, 8);
    if (!words.length) {
      list.replaceChildren();
      tell("");
      return;
    }
    const files = await Promise.all(words.map(find));
    if (turn !== asked) return; // more was typed meanwhile
    const file = files.find((one) => !one.more) ?? files.reduce((a, b) => (b.entries.length < a.entries.length ? b : a));
    const found = file.entries.filter(([, , , , held]) => {
      const have = held.split(" ");
      return words.every((word) => have.some((one) => one.startsWith(word)));
    });
    // what is called so comes before what only tells of it, whole words before beginnings, much before little
    const rank = ([, , label, , held]) => {
      const name = fold(label);
      const called = words.filter((word) => name.some((one) => one.startsWith(word))).length;
      return called * 10 + words.filter((word) => held.split(" ").includes(word)).length;
    };
    const ranks = new Map(found.map((one) => [one, rank(one)]));
    found.sort((a, b) => ranks.get(b) - ranks.get(a) || b[5] - a[5]);
    list.replaceChildren(...found.slice(0, SHOWN).map(line));
    const { found: exactly, more, first, none } = document.getElementById("search").dataset;
    const told = [(file.more ? more : exactly).replace("#", found.length)];
    if (found.length > SHOWN) told.push(first.replace("#", SHOWN));
    tell(found.length ? told.join(" ") : none);
  }

  box.addEventListener("input", search);
  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  // down from the box into the results, and up again
  document.getElementById("search").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [box, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
  box.form.hidden = false;
  search();
})();
