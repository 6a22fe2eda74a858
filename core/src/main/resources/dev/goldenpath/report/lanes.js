/** The users of an attempt, a lane each: what it called on the clock of all, and its lines when it is opened. */
function lanes(users, all, rows, scale, log) {
  const some = all > users.length;
  return element("section", { class: "users" },
    element("h4", null, count(all, "user")),
    element("p", { class: "note" }, some ? users.length + " of " + count(all, "user") + " shown; the run log has all. " : null,
      "A bar is a call, a line an open WebSocket, a tick a message; what broke is taller."),
    axis(scale),
    element("ol", { class: "lines" }, users.map(user => lane(user, rows.filter(line => line.user === user.name), scale, log))));
}

function lane(user, rows, scale, log) {
  const body = element("ol", { class: "lines user-lines", hidden: true, "aria-label": "Lines of " + user.name });
  const wrong = user.failure !== undefined || user.mixed;
  const open = button({ class: "line user", "aria-expanded": "false" }, () => {
    body.hidden = !body.hidden;
    open.setAttribute("aria-expanded", String(!body.hidden));
    if (!body.firstChild) {
      body.append(...rows.map(line => lineRow(line, scale, log)));
    }
  },
  element("span", { class: "line-title" + (wrong ? " broken" : "") },
    wrong ? "✗ " : null, foreign(clipped(user.name, 100)),
    element("span", { class: "user-calls" }, " " + calls(user))),
  element("span", { class: "track", "aria-hidden": "true" }, laneTrack(rows, scale)),
  element("span", { class: "line-time" }, time(user.tookUs)),
  laneNotes(user, rows));
  return element("li", null, open, body);
}

function calls(user) {
  return count(user.calls, "call") + (user.messages ? ", " + count(user.messages, "msg", "msgs") : "")
    + (user.broken ? ", " + user.broken + " broken" : "");
}

/** What is wrong with a user, below its lane. */
function laneNotes(user, rows) {
  const apart = rows.filter(line => line.kind === "step" && line.failure && line.name.endsWith(": kept apart"));
  const told = [user.failure, ...apart.map(line => line.failure)].filter(Boolean);
  const words = told.length || !user.mixed ? told : ["received what another user had sent"];
  return words.length === 0 ? null
    : element("span", { class: "user-notes" }, words.map(each => element("span", null, foreign(clipped(each, 300)))));
}

/** All in one drawing, however much a user did. */
function laneTrack(rows, scale) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 1000 20");
  svg.setAttribute("preserveAspectRatio", "none");
  const called = rows.filter(line => line.phases);
  const open = called.filter(line => line.messages && line.end !== undefined);
  const messages = open.flatMap(line => line.messages);
  svg.append(
    drawing("user-open", open.map(line => box(scale.at(line.t), scale.at(line.end), 9, 2))),
    drawing("user-call", called.filter(line => !isBroken(line)).map(line => callBox(line, scale, 5, 10))),
    drawing("user-broken", called.filter(isBroken).map(line => callBox(line, scale, 0, 20))),
    drawing("sent", ticksOf(messages, "SENT", scale, 0)),
    drawing("received", ticksOf(messages, "RECEIVED", scale, 14)));
  return svg;
}

function drawing(kind, shapes) {
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("class", kind);
  path.setAttribute("d", shapes.join(""));
  return path;
}

function callBox(line, scale, top, height) {
  return box(scale.at(line.t), scale.at(line.t + line.phases.total), top, height);
}

/** From and to in percent; never too narrow to be seen. */
function box(from, to, top, height) {
  const width = Math.max(3, 10 * (to - from));
  return "M" + (10 * from).toFixed(1) + " " + top + "h" + width.toFixed(1) + "v" + height + "h-" + width.toFixed(1) + "z";
}

function ticksOf(messages, direction, scale, top) {
  return messages.filter(message => message.direction === direction)
    .map(message => "M" + (10 * scale.at(message.t)).toFixed(1) + " " + top + "v6");
}
