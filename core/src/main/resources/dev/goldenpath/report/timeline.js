/** The parts of a call, in their order; each has a pattern of its own in tests.css. */
const PHASES = ["queued", "dns", "connect", "tls", "send", "upgrade", "wait", "receive"];

const TITLES = {
  "http-exchange": line => line.method + " " + path(line.url) + " → " + (line.status || (line.failure || {}).kind || "no answer"),
  "ws-handshake": line => "WebSocket " + path(line.url) + " → " + (line.status || line.failureKind || "no answer"),
  "step": line => "Step: " + line.name,
  "measurement": line => "Measured: " + line.name + " = " + line.value + " " + line.unit,
  "identity": line => line.service + " says the caller is " + (line.says === undefined ? "nobody" : line.says),
  "token": line => "Token for " + line.user + " by " + line.source,
  "attachment": line => "Attached: " + line.name,
  "socket": line => "Witness: " + line.address + (line.port ? ":" + line.port : ""),
  "finding": line => line.effect + ": " + line.words,
};

function path(url) {
  return String(url).replace(/^[a-z]+:\/\/[^/]*/, "") || "/";
}

function took(line) {
  return line.end !== undefined ? line.end - line.t : line.phases ? line.phases.total : line.duration;
}

/** Each session with its messages and its end as one line, and all lines in the order of their begin. */
function gathered(lines) {
  const sessions = new Map();
  const rows = [];
  for (const line of lines) {
    if (line.kind === "ws-handshake") {
      sessions.set(line.session, { ...line, messages: [] });
      rows.push(sessions.get(line.session));
    } else if (line.kind === "ws-message" && sessions.has(line.session)) {
      sessions.get(line.session).messages.push(line);
      sessions.get(line.session).end = line.t;
    } else if (line.kind === "ws-close" && sessions.has(line.session)) {
      sessions.get(line.session).close = line;
      sessions.get(line.session).end = line.t;
    } else {
      rows.push(line);
    }
  }
  return rows.sort((one, other) => one.t - other.t || one.seq - other.seq);
}

/** What one attempt exchanged and noted, on one clock: 0 is the test's begin. What users did is in their lanes. */
function timeline(lines, log, users, userCount) {
  const rows = gathered(lines);
  const onClock = rows.filter(line => line.kind !== "socket");
  const scale = scaleOf(onClock);
  const inLanes = new Set((users || []).map(user => user.name));
  const others = onClock.filter(line => !inLanes.has(line.user));
  return element("div", { class: "timeline" },
    legend(onClock),
    onClock.length && !users ? axis(scale) : null,
    users ? lanes(users, userCount || users.length, onClock, scale, log) : null,
    users && others.length ? element("h4", null, "The test itself") : null,
    element("ol", { class: "lines" }, others.map(line => lineRow(line, scale, log))),
    witness(rows.filter(line => line.kind === "socket"), log));
}

/** The longest of all, as sessions overlap what follows them. */
function scaleOf(lines) {
  const from = lines.reduce((least, line) => Math.min(least, line.t), 0);
  const to = lines.reduce((most, line) => Math.max(most, line.t + (took(line) || 0), line.end || 0), from + 1000);
  return { from, span: to - from, at: micros => 100 * (micros - from) / (to - from) };
}

function axis(scale) {
  const rough = scale.span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(factor => factor * power).find(each => each >= rough);
  const ticks = [];
  for (let at = Math.ceil(scale.from / step) * step; at <= scale.from + scale.span; at += step) {
    const left = scale.at(at);
    const tick = element("span", { class: left > 90 ? "tick last" : "tick" }, at / 1000 + " ms");
    tick.style.left = left + "%";
    ticks.push(tick);
  }
  return element("div", { class: "axis", "aria-hidden": "true" }, element("div", { class: "ticks" }, ticks));
}

function legend(lines) {
  const used = PHASES.filter(phase => lines.some(line => line.phases && line.phases[phase] !== undefined));
  return used.length === 0 ? null : element("ul", { class: "legend", "aria-label": "Parts of a call" },
    used.map(phase => element("li", null, element("span", { class: "swatch part-" + phase, "aria-hidden": "true" }), phase)));
}

function isBroken(line) {
  return Boolean(line.failure || line.effect || line.status >= 400 || (line.markers || []).length > 0
    || (line.messages || []).some(message => (message.markers || []).length > 0));
}

function lineRow(line, scale, log) {
  const title = (TITLES[line.kind] || (other => other.kind))(line);
  const broken = isBroken(line);
  const body = element("div", { class: "line-body", hidden: true });
  const open = button({ class: "line", "aria-expanded": "false" }, () => {
    body.hidden = !body.hidden;
    open.setAttribute("aria-expanded", String(!body.hidden));
    if (!body.firstChild) {
      body.append(...lineBody(line, log));
    }
  },
  element("span", { class: "line-title" + (broken ? " broken" : "") },
    line.phase === "TEST" ? null : element("span", { class: "tag" }, line.phase),
    line.purpose ? element("span", { class: "tag" }, line.purpose) : null,
    broken ? "✗ " : null, foreign(clipped(title, 300))),
  element("span", { class: "track", "aria-hidden": "true" }, bars(line, scale)),
  element("span", { class: "line-time" }, spoken(line)));
  return element("li", null, open, body);
}

/** All there were: of a long session the page has the first and the newest, and each way is numbered on its own. */
function messageCount(line) {
  const last = direction => Math.max(0, ...line.messages.filter(message => message.direction === direction).map(message => message.number));
  return Math.max(line.messages.length, last("SENT") + last("RECEIVED"));
}

/** When and how long, in words: the bars are for eyes. */
function spoken(line) {
  const long = took(line);
  const messages = line.messages ? count(messageCount(line), "msg", "msgs") + ", " : "";
  return messages + (long === undefined ? "at " + time(line.t) : time(long));
}

function bars(line, scale) {
  if (line.kind === "ws-handshake") {
    return [...parts(line, scale), ...(line.end === undefined ? [] : [bar("session", line.t + line.phases.total, line.end, scale)]),
      ...messageTicks(line, scale),
      ...(line.close ? [closed(line.close, scale)] : [])];
  }
  if (line.phases) {
    return parts(line, scale);
  }
  return line.duration === undefined
    ? [bar("instant", line.t, line.t, scale)] : [bar("step", line.t, line.t + line.duration, scale)];
}

function closed(close, scale) {
  const made = bar("closed", close.t, close.t, scale);
  made.append("×");
  return made;
}

function parts(line, scale) {
  let at = line.t;
  const made = [bar("whole", at, at + line.phases.total, scale)];
  for (const phase of PHASES.filter(each => line.phases[each] !== undefined)) {
    const until = at + line.phases[phase];
    made.push(bar("part-" + phase, at, until, scale, phase));
    at = until;
  }
  return made;
}

function bar(kind, from, to, scale, label) {
  const width = scale.at(to) - scale.at(from);
  const made = element("span", { class: "bar " + kind }, label && width > 10 ? element("span", { class: "label" }, label) : null);
  made.style.left = scale.at(from) + "%";
  made.style.width = width + "%";
  return made;
}

/** Sent ones above, received ones below, each as one shape however many there are. */
function messageTicks(line, scale) {
  const made = ["SENT", "RECEIVED"].map(direction => {
    const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
    shape.setAttribute("class", direction.toLowerCase());
    shape.setAttribute("d", line.messages.filter(message => message.direction === direction)
      .map(message => "M" + 10 * scale.at(message.t) + " " + (direction === "SENT" ? 0 : 11) + "v9").join(""));
    return shape;
  });
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 1000 20");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.append(...made);
  return [svg];
}

/** What it saw has no place on the clock: it is known when the test is over. */
function witness(sockets, log) {
  return sockets.length === 0 ? null : element("div", { class: "witness" },
    element("h4", null, "What the network witness saw"),
    element("ul", null, sockets.map(socket => element("li", null,
      foreign(socket.address + (socket.port ? ":" + socket.port : "")),
      socket.service ? [" (", foreign(socket.service), ")"] : " (no declared service)",
      ": " + count(socket.sentBytes, "byte") + " sent, " + count(socket.receivedBytes, "byte") + " received",
      socket.foreign ? ", by another client than the library’s" : "",
      " · ", source(socket, log)))));
}
