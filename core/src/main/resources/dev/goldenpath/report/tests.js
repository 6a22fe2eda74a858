const VERDICTS = ["FAILED", "ERROR", "SUSPECT", "BLOCKED", "MISSING", "KNOWN", "SKIPPED", "PASSED"];
const SIGNS = { FAILED: "✗", ERROR: "!", SUSPECT: "?", BLOCKED: "⊘", MISSING: "∅", KNOWN: "≈", SKIPPED: "–", PASSED: "✓" };
/** Characters of a name that are shown at most where it is one of many. */
const NAME = 140;
const ROWS = 200;
/** Rows that are there at once, more than a screen has: the others follow by and by, when no key has come for a while. */
const FIRST = 50;
const PAUSE_MS = 100;
const COLUMNS = [
  { key: "verdict", title: "Verdict", of: test => VERDICTS.indexOf(test.verdict) },
  { key: "priority", title: "Priority", of: test => test.priority },
  { key: "name", title: "Test", of: test => (test.class + " " + test.name).toLowerCase() },
  { key: "category", title: "Category", of: test => test.category },
  { key: "duration", title: "Time", of: test => test.durationUs, number: true },
  { key: "http", title: "HTTP calls", of: test => test.http, number: true },
  { key: "p95", title: "p95", of: test => test.p95Us, number: true },
];

/** What the hash of the address keeps, so that a link shows the same. */
const state = { q: "", verdict: new Set(), priority: new Set(), sort: "verdict", descending: false, test: null };
const index = readIndex();
const page = {};
let shown = ROWS;
let sorted = [];
let filtered = [];

function readIndex() {
  const read = JSON.parse(document.getElementById("tests-index").textContent);
  read.tests.forEach((test, position) => {
    test.position = position;
    test.text = [test.class, test.name, test.displayName, test.message, test.category, test.cause === undefined ? ""
      : read.causes[test.cause], ...(test.services || []), test.flaky ? "flaky" : ""].join("\n").toLowerCase();
  });
  return read;
}

function sort() {
  const column = COLUMNS.find(each => each.key === state.sort);
  const way = state.descending ? -1 : 1;
  const keyed = index.tests.map(test => ({ test, key: column.of(test) }));
  // What is absent comes last either way: it is neither much nor little.
  keyed.sort((one, other) => (one.key === undefined) - (other.key === undefined)
    || (one.key < other.key ? -way : one.key > other.key ? way : 0)
    || (one.test.priority < other.test.priority ? -1 : one.test.priority > other.test.priority ? 1 : 0)
    || one.test.position - other.test.position);
  sorted = keyed.map(each => each.test);
}

function filter() {
  const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (set, value) => set.size === 0 || set.has(value);
  filtered = sorted.filter(test => has(state.verdict, test.verdict) && has(state.priority, test.priority)
    && words.every(word => test.text.includes(word)));
}

/** @param {number} first how many rows are not to wait */
function render(first) {
  filter();
  page.rows.replaceChildren(...filtered.slice(0, Math.min(first, shown)).flatMap(rows));
  follow(first);
  const hidden = Math.max(0, filtered.length - shown);
  page.more.hidden = hidden === 0;
  page.more.textContent = "Show " + Math.min(hidden, ROWS) + " more of " + count(hidden, "test");
  page.count.textContent = filtered.length === index.tests.length ? count(filtered.length, "test")
    : filtered.length.toLocaleString("en") + " of " + count(index.tests.length, "test");
  for (const [name, values] of Object.entries(page.filters)) {
    values.forEach((each, value) => each.setAttribute("aria-pressed", String(state[name].has(value))));
  }
  page.heads.forEach((head, key) => head.setAttribute("aria-sort",
    key !== state.sort ? "none" : state.descending ? "descending" : "ascending"));
}

function follow(from) {
  clearTimeout(page.following);
  if (from < Math.min(shown, filtered.length)) {
    page.following = setTimeout(() => {
      page.rows.append(...filtered.slice(from, Math.min(from + FIRST, shown)).flatMap(rows));
      follow(from + FIRST);
    }, PAUSE_MS);
  }
}

function rows(test) {
  const open = test.position === state.test;
  return open ? [row(test, open), panel(test)] : [row(test, open)];
}

/** Of few elements, and of texts that are short enough to need no clipping: there are hundreds of rows. */
function row(test, open) {
  const opener = button({ class: "opener", dir: "auto", "aria-expanded": String(open), "aria-controls": open ? "panel" : null },
    () => show(open ? null : test.position), clipped(nameOf(test), NAME));
  const cell = (key, content, more) => element("td", { role: "cell", class: "c-" + key, ...more }, content);
  return element("tr", { role: "row", id: "test-" + test.position, class: open ? "is-open" : null },
    cell("verdict", [verdict(test), test.grade ? " " + test.grade : null,
      test.flaky ? element("span", { class: "tag" }, "flaky") : null]),
    cell("priority", test.priority),
    element("th", { role: "rowheader", scope: "row", class: "c-name" }, opener,
      element("div", { class: "class", dir: "auto" }, clipped(test.class, 120)),
      test.message ? element("div", { class: "message", dir: "auto" }, clipped(test.message, 240)) : null),
    cell("category", clipped(test.category, 40), { dir: "auto" }),
    cell("duration", test.durationUs === undefined ? "" : time(test.durationUs)),
    cell("http", test.http === undefined ? "" : test.http.toLocaleString("en")),
    cell("p95", test.p95Us === undefined ? "" : time(test.p95Us)));
}

function nameOf(test) {
  return test.displayName === undefined ? test.name : test.displayName;
}

function verdict(test) {
  return element("span", { class: "verdict v-" + test.verdict.toLowerCase() },
    element("span", { "aria-hidden": "true" }, SIGNS[test.verdict] + " "), test.verdict);
}

function panel(test) {
  return element("tr", { role: "row", class: "opened" }, element("td", { role: "cell", colspan: COLUMNS.length },
    element("section", { id: "panel", "aria-label": "Detail of " + clipped(nameOf(test), NAME) },
      element("div", { class: "panel-head" }, element("h3", { dir: "auto" }, clipped(nameOf(test), NAME)),
        button({ class: "close" }, () => show(null), "Close")),
      detail(test))));
}

/** Opens the detail of one test, and closes that of any other; null closes. */
function show(position) {
  const before = state.test;
  state.test = position;
  for (const each of [before, position].filter(one => one !== null)) {
    const there = document.getElementById("test-" + each);
    if (there) {
      if (there.nextElementSibling && there.nextElementSibling.classList.contains("opened")) {
        there.nextElementSibling.remove();
      }
      there.replaceWith(...rows(index.tests[each]));
    }
  }
  focus(position === null ? before : position);
  remember();
}

function focus(position) {
  const there = document.getElementById("test-" + position);
  if (there) {
    there.querySelector(".opener").focus();
  }
}

/** Shows a test that somebody asked for, whatever is filtered. */
function reveal(position) {
  if (!filtered.some(test => test.position === position)) {
    state.q = page.search.value = "";
    state.verdict.clear();
    state.priority.clear();
    filter();
  }
  const place = filtered.findIndex(test => test.position === position);
  shown = Math.max(shown, Math.ceil((place + 1) / ROWS) * ROWS);
  render(shown);
  document.getElementById("test-" + position).scrollIntoView();
  focus(position);
}

let remembering;

/** Later, as browsers refuse to be told with each key. */
function remember() {
  clearTimeout(remembering);
  remembering = setTimeout(() => {
    const told = new URLSearchParams();
    const put = (name, value, usual) => value === usual ? null : told.set(name, value);
    put("q", state.q, "");
    put("verdict", [...state.verdict].join(","), "");
    put("priority", [...state.priority].join(","), "");
    put("sort", (state.descending ? "-" : "") + state.sort, "verdict");
    put("test", state.test, null);
    history.replaceState(null, "", "#" + (told.toString() || "tests"));
  }, 300);
}

/** Takes what the address says; one that names a place of the page alone leaves the table as it is. */
function recall() {
  const hash = location.hash.slice(1);
  const link = /^test-(\d+)$/.exec(hash);
  if (!link && !hash.includes("=")) {
    return;
  }
  const told = new URLSearchParams(link ? "test=" + link[1] : hash);
  const named = (name, all) => new Set((told.get(name) || "").split(",").filter(value => all.includes(value)));
  const order = told.get("sort") || state.sort;
  state.q = page.search.value = told.get("q") || "";
  state.verdict = named("verdict", [...page.filters.verdict.keys()]);
  state.priority = named("priority", [...page.filters.priority.keys()]);
  state.descending = order.startsWith("-");
  state.sort = COLUMNS.some(column => column.key === order.replace("-", "")) ? order.replace("-", "") : "verdict";
  state.test = index.tests[told.get("test")] ? Number(told.get("test")) : null;
  sort();
  render(shown);
  if (state.test !== null) {
    reveal(state.test);
  }
}

function changed() {
  shown = ROWS;
  render(FIRST);
  remember();
}

function toggles(name, title, values) {
  page.filters[name] = new Map(values.map(value => {
    const number = index.tests.filter(test => test[name] === value).length;
    return [value, button({ class: "toggle", "aria-pressed": "false" }, () => {
      if (!state[name].delete(value)) {
        state[name].add(value);
      }
      changed();
    }, name === "verdict" ? verdict({ verdict: value }) : value, " " + number.toLocaleString("en"))];
  }));
  return element("div", { class: "toggles", role: "group", "aria-label": title }, [...page.filters[name].values()]);
}

function head(column) {
  const made = element("th", { role: "columnheader", scope: "col", class: "c-" + column.key }, button({}, () => {
    state.descending = state.sort === column.key ? !state.descending : column.number === true;
    state.sort = column.key;
    sort();
    changed();
  }, column.title));
  page.heads.set(column.key, made);
  return made;
}

function build() {
  const present = name => [...new Set(index.tests.map(test => test[name]))];
  page.filters = {};
  page.heads = new Map();
  page.search = element("input", { type: "search", id: "tests-search", autocomplete: "off", spellcheck: "false" });
  page.search.addEventListener("input", () => {
    state.q = page.search.value;
    changed();
  });
  page.count = element("p", { class: "count", role: "status" });
  page.rows = element("tbody", { role: "rowgroup" });
  page.more = button({ class: "more" }, () => {
    shown += ROWS;
    render(shown);
  });
  document.getElementById("tests-shown").append(
    element("div", { class: "controls", role: "search", "aria-label": "Tests" },
      element("label", { for: "tests-search" }, "Search by name, message, cause, category or service"), page.search,
      toggles("verdict", "Verdict", VERDICTS.filter(each => present("verdict").includes(each))),
      toggles("priority", "Priority", present("priority").sort())),
    page.count,
    element("table", { role: "table", class: "tests" }, element("caption", { class: "unseen" }, "Tests, a row each; its name opens the detail"),
      element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, COLUMNS.map(head))), page.rows),
    page.more);
}

function listen() {
  addEventListener("hashchange", recall);
  addEventListener("keydown", event => {
    if (event.key === "Escape" && state.test !== null && event.target !== page.search) {
      show(null);
    }
  });
  // Paper has no button for more.
  addEventListener("beforeprint", () => {
    shown = Infinity;
    render(shown);
  });
  addEventListener("afterprint", () => {
    shown = ROWS;
    render(shown);
  });
}

build();
sort();
render(shown);
recall();
listen();
