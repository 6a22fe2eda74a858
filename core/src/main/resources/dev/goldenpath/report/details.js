/** The detail of a test as its panel shows it; `entry` is the test's row in the index. */
function detail(entry) {
  if (!entry.detail) {
    return [element("p", { class: "note" }, "The detail of this test is not here, to keep the page short. "
      + "The run log has all of its evidence, and traffic.har all of its traffic.")];
  }
  const test = JSON.parse(document.getElementById("detail-" + entry.position).textContent);
  const several = test.attempts.length > 1;
  return [about(entry, test), cause(test),
    test.attempts.length === 0 ? pre(test.why || "It never began.") : null,
    ...test.attempts.map(attempt => attemptSection(attempt, test, several)),
    test.leftOut ? element("p", { class: "note" }, count(test.leftOut, "line")
      + " of evidence from the middle of this test left out, to keep the page short. The run log has all.") : null,
  ].filter(Boolean);
}

function about(entry, test) {
  const list = texts => texts && texts.join(", ");
  return facts([
    ["name", test.displayName.length > NAME ? test.displayName : null], ["reported as", test.displayName === test.name ? null : test.name], ["class", test.class],
    ["verdict", entry.verdict + (entry.grade ? ", grade " + entry.grade : "") + (entry.flaky ? ", flaky" : "")],
    ["priority", entry.priority], ["category", entry.category], ["protects", list(test.protects)],
    ["services", list(test.services)], ["bypasses", list(test.bypasses)],
    ...(test.revisions || []).map(met => ["revision of " + met.key, met.value]),
    ["id", test.test]]);
}

function cause(test) {
  return test.cause ? element("div", { class: "root-cause" },
    element("h4", null, "Root cause"),
    element("p", null, element("a", { href: "#cause-" + test.cause.number }, foreign(test.cause.headline))),
    element("ol", { class: "whys" }, (test.cause.whys || []).map(why => element("li", null, foreign(why))))) : null;
}

function attemptSection(attempt, test, several) {
  const lines = test.lines.filter(line => (line.attempt || 1) === attempt.number);
  const failure = attempt.failure;
  return element("section", { class: "attempt" },
    several ? element("h4", null, "Attempt " + attempt.number + " of " + test.attempts.length + ": " + attempt.verdict) : null,
    [attempt.reason, failure && (failure.message || failure.type), attempt.takenBack].filter(Boolean).map(pre),
    attempt.cause && attempt.cause !== (failure || {}).message ? facts([["cause", attempt.cause]]) : null,
    failure ? folded("Stack trace of " + failure.type, () => [pre(failure.stackTrace),
      facts([["fingerprint", failure.fingerprint]])]) : null,
    facts([["took", attempt.durationUs === undefined ? null : time(attempt.durationUs)], ["began", attempt.startedAt],
      ["needs", (attempt.needs || []).join(", ")], ...(attempt.facts || []).map(fact => [fact.key, fact.value])]),
    lines.length ? timeline(lines, test.log, attempt.users, attempt.userCount) : element("p", { class: "note" }, "It exchanged nothing, and noted nothing."));
}

/** What a line of the timeline opens to. */
function lineBody(line, log) {
  const own = { "http-exchange": exchange, "ws-handshake": session, "attachment": attachment }[line.kind] || other;
  return [...own(line, log), element("p", { class: "source" }, "From ", source(line, log))].filter(Boolean);
}

function source(line, log) {
  return element("code", null, log + ", seq " + line.seq);
}

function exchange(line) {
  return [...call(line), ...content("Request", line.requestHeaders, line.requestBody),
    ...content("Response", line.responseHeaders, line.responseBody),
    element("h5", null, "As a curl command"), ...copyable(line.curl)];
}

function call(line) {
  const connection = line.connection || {};
  const place = line.place || {};
  const tls = connection.tls || line.tls;
  const ids = line.ids || {};
  const failure = line.failure && line.failure.words ? line.failure.kind + (line.failure.phase
    ? " in " + line.failure.phase : "") + ": " + line.failure.words : line.failure;
  return [facts([
    ["URL", (line.method || "GET") + " " + line.url], ["status", line.status], ["failure", failure],
    ...marked(line), ["service", line.service],
    ["user", line.user || "nobody"], ["made by Golden Path for", line.purpose], ["part of the test", line.phase],
    ["call", place.call && place.call + (place.number > 1 ? ", exchange " + place.number + ", a " + place.follows : "")
      + (place.elsewhere ? ", away from the service’s own address" : "")],
    ["connection", line.connection && (connection.reused ? "reused" : "new") + ", to "
      + (connection.remoteAddress || "nobody") + (connection.proxy ? " by proxy " + connection.proxy : "")],
    ["address", line.remoteAddress], ["subprotocol", line.subprotocol],
    ["TLS", tls && [tls.protocol, tls.cipher, tls.certificateSubject].filter(Boolean).join(", ")],
    ["bytes", line.connection && count(connection.sentBytes, "byte") + " sent, " + count(connection.receivedBytes, "byte") + " received"],
    ["trace", ids.trace], ["span", ids.span], ["request id", ids.request],
    ...Object.entries(ids.server || {}), ["began", began(line)],
    ["parts", [...PHASES, "unattributed", "total"].filter(phase => line.phases[phase] !== undefined)
      .map(phase => phase + " " + time(line.phases[phase])).join(", ")]])];
}

function content(title, headers, body) {
  const lines = Object.entries(headers || {}).flatMap(([name, values]) => values.map(value => name + ": " + value));
  if (lines.length === 0 && !body) {
    return [];
  }
  return [element("h5", null, title), lines.length ? pre(lines.join("\n")) : null, ...bodyOf(body)];
}

function bodyOf(body) {
  if (!body || body.bytes === 0) {
    return [];
  }
  const size = count(body.bytes, "byte") + (body.mediaType ? " of " + body.mediaType : "");
  return [element("p", { class: "size" }, foreign(size), body.text === undefined ? ", not recorded as text" : null,
    body.truncated ? element("strong", null, " – only the beginning is here") : null),
  body.text === undefined ? null : pre(body.text)];
}

function session(line) {
  const shown = 200;
  const list = element("ol", { class: "messages" }, line.messages.slice(0, shown).map(message));
  const rest = line.messages.slice(shown);
  const more = rest.length === 0 ? null : button({ class: "more" }, () => {
    list.append(...rest.map(message));
    more.remove();
  }, "Show " + count(rest.length, "more message", "more messages"));
  const close = line.close;
  const missing = messageCount(line) - line.messages.length;
  return [...call(line), ...content("Request", line.requestHeaders), ...content("Response", line.responseHeaders),
    element("h5", null, "Messages"), list, more,
    missing > 0 ? element("p", { class: "note" }, count(missing, "message") + " between them stand in the run log alone.") : null,
    facts([["closed", close && close.code + (close.reason ? " " + close.reason : "")
      + (close.byTest ? ", by the test" : ", by the service") + ", " + time(close.t) + " into the test"]])];
}

function message(line) {
  const body = line.body || {};
  const sent = line.direction === "SENT";
  const title = (sent ? "↑ sent" : "↓ received") + " at " + time(line.t) + ": " + (line.eventType || line.opcode)
    + ", " + count(body.bytes || 0, "byte") + (line.heartbeat ? ", a heartbeat" : "");
  return element("li", null, folded(foreign(title), () => [...bodyOf(body),
    facts([...marked(line), ["seq", line.seq]])]));
}

/** What in an answer or a message speaks against it. */
function marked(line) {
  const isAnothers = marker => marker.startsWith("it holds the marker of user");
  const markers = line.markers || [];
  return [["no real work", markers.filter(marker => !isAnothers(marker)).join("; ")],
    ["not kept apart", markers.filter(isAnothers).join("; ")]];
}

function attachment(line) {
  const href = line.file && "./" + line.file.split("/").map(encodeURIComponent).join("/");
  return [facts([["name", line.name], ["type", line.mediaType], ["bytes", line.bytes], ["withheld", line.withheld],
    ["file", href && element("a", { href }, foreign(line.file))], ["SHA-256", line.sha256]])];
}

/** All that a line has, by the names of its fields in the log: of a kind that needs nothing of its own. */
function other(line) {
  const hidden = ["kind", "t", "seq", "attempt", "startedAt"];
  return [facts([...Object.entries(line).filter(([name]) => !hidden.includes(name)).map(([name, value]) =>
    [name, name === "duration" ? time(value) : typeof value === "object" ? JSON.stringify(value) : String(value)]),
  ["began", began(line)]])];
}

function began(line) {
  return line.startedAt + ", " + time(line.t) + " into the test";
}
