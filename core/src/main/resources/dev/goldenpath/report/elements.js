"use strict";

/** An element; children are elements, or texts, which are never read as markup. What is null is left out. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

/** A text from outside, which may run from right to left. */
function foreign(text) {
  return element("bdi", null, String(text));
}

function button(attributes, onClick, ...children) {
  const made = element("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", onClick);
  return made;
}

function pre(text) {
  return element("pre", { dir: "auto", tabindex: 0 }, String(text));
}

/** A text in one line or some; the whole of a long one only when it is asked for. */
function readable(text) {
  const whole = String(text);
  return whole.length <= 600 ? foreign(whole)
    : folded(foreign(clipped(whole, 200) + " (" + count(whole.length, "character") + ")"), () => pre(whole));
}

function clipped(text, longest) {
  return text.length <= longest ? text : text.slice(0, longest) + "…";
}

/** A list of names and values; rows are [name, value], and those without a value are left out. */
function facts(rows) {
  const told = rows.filter(([, value]) => value !== undefined && value !== null && value !== "");
  return told.length === 0 ? null : element("dl", { class: "facts" }, told.map(([name, value]) =>
    element("div", null, element("dt", null, foreign(clipped(name, 100))),
      element("dd", null, value instanceof Node ? value : readable(value)))));
}

/** What is opened by a click on its summary, and made only then. */
function folded(summary, make) {
  const made = element("details", null, element("summary", null, summary));
  made.addEventListener("toggle", () => {
    if (made.open && made.children.length === 1) {
      made.append(...[make()].flat().filter(Boolean));
    }
  });
  return made;
}

function count(number, one, many = one + "s") {
  return number.toLocaleString("en") + " " + (number === 1 ? one : many);
}

/** Microseconds for people. */
function time(micros) {
  const ms = micros / 1000;
  if (ms >= 60000) {
    return Math.floor(ms / 60000) + " min " + Math.round(ms % 60000 / 1000) + " s";
  }
  if (ms >= 1000) {
    return (ms / 1000).toFixed(2) + " s";
  }
  return (ms >= 100 ? ms.toFixed(0) : ms >= 1 ? ms.toFixed(1) : ms.toFixed(3)) + " ms";
}

/** A command with a button that copies it; where the browser refuses that, it is selected. */
function copyable(text) {
  const shown = pre(text);
  const copy = button({ class: "copy" }, async () => {
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = "Copied";
    } catch (refused) {
      getSelection().selectAllChildren(shown);
      copy.textContent = "Selected, to be copied by keyboard";
    }
  }, "Copy");
  copy.setAttribute("aria-live", "polite");
  return [shown, copy];
}
