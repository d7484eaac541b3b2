// usage: node inspect.js CHROMIUM [AXE]  <JOBS
//
// Opens pages in the browser and tells what is wrong with them. A job is a
// line of JSON: `file`, `width`, `scheme` (light, dark), `media` (screen,
// print), `axe`, and `picture`, the name of a PNG to make, with its `height` at
// most. A page of a site has `site`, and may be reached by links: `click` has
// what their addresses hold, one after the other. A drawing has `bare`, as it
// is no page. Each is answered, when it has been done, by a line of JSON:
// `faults`, `text`, `links`, and the `address` of the page. AXE is the source
// of axe-core, whose rules for WCAG 2.2 AA and best practices the pages must
// keep.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
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
    for (const part of job.click || [])
        await page.click(part);
    const noted = [...new Set(page.noted)];
    const found = await page.evaluate(`(${look})(${JSON.stringify(job)})`);
    found.faults.unshift(...noted);
    if (rules && job.axe)
        found.faults.push(...await breaches(page));
    if (job.picture)
        await page.picture(job.picture, job.height);
    await page.close();
    return found;
}

(async () => {
    const browser = new Chromium(chromium);
    for await (const job of readline.createInterface({input: process.stdin}))
        console.log(JSON.stringify(await inspect(browser, JSON.parse(job))));
    await browser.close();
})().catch(error => {
    console.error(error.stack || error);
    process.exit(1);
});
