// usage: node inspect.js CHROMIUM [AXE]  <JOBS
//
// Opens pages in the browser and tells what is wrong with them. A job is a
// line of JSON: `file`, `width`, `scheme` (light, dark), `media` (screen,
// print), and `picture`, the name of a PNG to make, with its `height` at most.
// The answers are lines of JSON in the same order: `faults` and `text`. AXE is
// the source of axe-core, whose rules for WCAG 2.2 AA and best practices the
// pages must keep.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const {Chromium} = require("./chromium.js");

const [chromium, axe] = process.argv.slice(2);
const look = fs.readFileSync(path.join(__dirname, "look.js"), "utf8");
const rules = axe ? fs.readFileSync(axe, "utf8") : null;
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
    "best-practice"];

async function breaches(page) {
    await page.evaluate(rules + "\n;0");
    return page.evaluate(`axe.run(document, {resultTypes: ["violations"],
        runOnly: ${JSON.stringify(tags)}}).then(r => r.violations.map(v =>
        "axe: " + v.id + ": " + v.nodes.length + " of " +
        v.nodes[0].target.join(" ") + ": " +
        v.nodes[0].failureSummary.replace(/\\s+/g, " ").slice(0, 300)))`);
}

async function inspect(browser, job) {
    const page = await browser.open();
    await page.start();
    await page.emulate(job);
    await page.show(path.resolve(job.file));
    const noted = [...new Set(page.noted)];
    const found = await page.evaluate(look);
    found.faults.unshift(...noted);
    if (rules && job.axe)
        found.faults.push(...await breaches(page));
    if (job.picture)
        await page.picture(job.picture, job.height);
    await page.close();
    return found;
}

(async () => {
    const jobs = fs.readFileSync(0, "utf8").split("\n").filter(Boolean);
    const browser = new Chromium(chromium);
    for (const job of jobs)
        console.log(JSON.stringify(await inspect(browser, JSON.parse(job))));
    await browser.close();
})().catch(error => {
    console.error(error.stack || error);
    process.exit(1);
});
