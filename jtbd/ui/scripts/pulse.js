// Says on every page, in one place and in one way, that the program behind it has ended, does not answer, that it was
// started anew, or that the page cannot reach it; and how many answers of this tab are not saved yet. It asks once a
// second, and needs nothing of the page but its own line at the top.

const EVERY = 1000;
const PATIENCE = 900; // an answer takes a few milliseconds; two seconds after the end the page says so
const CONNECTED_BY = 3500; // since the page was asked for
const MEANWHILE = 1500; // since Streamlit has begun, on a slow machine
const UNSAVED = "jtbd-unsaved:"; // what components keep in sessionStorage until it is acknowledged

let begun;
let instance;
let line;

async function ask() {
  try {
    const answer = await fetch("./alive", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) return { refused: true };
    return { instance: (await answer.text()).trim() };
  } catch (error) {
    return { silent: error.name === "TimeoutError" };
  }
}

function unsaved() {
  let count = 0;
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(UNSAVED)) count += JSON.parse(sessionStorage.getItem(key) ?? "[]").length;
    }
  } catch {
    // this browser keeps nothing for us
  }
  return count;
}

const refused = () => document.querySelector('[class*="st-key-unsaved"]');

// What the disk refused is in the program's memory, for this page alone.
addEventListener("beforeunload", (event) => refused() && event.preventDefault());

const say = globalThis.jtbdSay; // words.js

// How many answers are kept in this tab, and when they are saved; nothing where none are.
function kept(until) {
  const number = unsaved();
  return number ? say(until, { number }) : "";
}

// The port that the program takes by itself need not be named.
function ended() {
  const { port } = location;
  const over = port === "8501" ? say("ended") : say("endedOnPort", { command: `jtbd --port ${port}` });
  return [over, kept("keptUntilBack") || say("nothingSaved"), refused() ? say("refusedBefore") : ""];
}

// Streamlit says it too, in words of its own (of the internet, and of other servers), and closes the page behind them. What
// is drawn in a dialog of ours is a block of the page.
const otherwise = new MutationObserver(() => {
  for (const dialog of document.querySelectorAll(".stDialog")) {
    if (!dialog.querySelector(".stVerticalBlock")) dialog.querySelector("button")?.click();
  }
});

function tell(sentences, reload) {
  const text = sentences.filter(Boolean).join(" ");
  if (!text) {
    line?.remove();
    line = undefined;
    otherwise.disconnect();
    delete document.documentElement.dataset.ended;
    return;
  }
  document.documentElement.dataset.ended = "yes"; // the style sheet takes "saved" away meanwhile
  if (!line) {
    line = document.createElement("div");
    line.className = "jtbd-pulse";
    line.setAttribute("role", "alert");
    document.body.append(line);
    otherwise.observe(document.body, { childList: true, subtree: true });
  }
  if (line.dataset.text === text) return;
  line.dataset.text = text;
  line.replaceChildren(text);
  if (reload) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say("goOn");
    button.addEventListener("click", () => location.reload());
    line.append(" ", button);
  }
}

// What holds a WebSocket back may also take it and let nothing through: then the app never gets a script.
function isConnected() {
  const app = document.querySelector("[data-test-connection-state]");
  return !app || (app.dataset.testConnectionState === "CONNECTED" && app.dataset.testScriptState !== "initial");
}

function hadTime() {
  const now = performance.now();
  if (document.querySelector("[data-test-connection-state]")) begun ??= now;
  return now > CONNECTED_BY && now > begun + MEANWHILE;
}

async function beat() {
  if (document.visibilityState === "visible") {
    const found = await ask();
    if (found.instance) {
      instance ??= found.instance;
      if (found.instance !== instance) tell([say("startedAnew"), kept("keptUntilRating")], true);
      else if (hadTime() && !isConnected()) {
        tell([say("notReached", { address: `ws://${location.host}/_stcore/stream`, host: location.host })], true);
      } else tell([]);
    } else if (found.refused) {
      tell([say("startedAnewWithLink"), kept("keptUntilRating")], true);
    } else if (found.silent) {
      tell([say("silent"), kept("keptUntilAnswer")]);
    } else {
      tell(ended());
    }
  }
  setTimeout(beat, EVERY);
}

beat();
