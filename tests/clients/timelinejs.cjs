// Give TimelineJS a timeline and print what its own code made of it: `node timelinejs.cjs NODE_MODULES FILE`.
const fs = require("fs");
const path = require("path");
const [modules, file] = process.argv.slice(2);
const { JSDOM, VirtualConsole } = require(path.join(modules, "jsdom"));

const page = new JSDOM('<!doctype html><div id="timeline"></div>', {
  runScripts: "outside-only", url: "http://localhost/", pretendToBeVisual: true, virtualConsole: new VirtualConsole(),
});
const { window } = page;
window.matchMedia = window.matchMedia || (() => ({ matches: false, addListener() {}, addEventListener() {} }));
const script = fs.readFileSync(path.join(modules, "@knight-lab/timelinejs/dist/js/timeline.js"), "utf8");
window.eval(script);
window.data = JSON.parse(fs.readFileSync(file, "utf8"));
const timeline = window.eval('new TL.Timeline("timeline", data, { script_path: "http://localhost/" })');
setTimeout(() => {
  const { config } = timeline;
  console.log(JSON.stringify({
    events: config.events.map((event) => ({
      id: event.unique_id, year: event.start_date.data.year, month: event.start_date.data.month,
      day: event.start_date.data.day, shown: event.display_date || null, headline: event.text.headline,
    })),
    eras: config.eras.length,
    errors: config.messages.errors,
    warnings: config.messages.warnings,
  }));
  process.exit(0);
}, 100);
