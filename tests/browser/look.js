// Looks at the page that html.t hands over as a string, in a frame.
"use strict";
const frame = document.querySelector("iframe");
const faults = [];
let ran = false;
Object.defineProperty(window, "ran", {set() { ran = true; }});

const elements = new Set(("html head meta title style body a header h1 h2 h3 " +
    "h4 nav ol ul li main section article div p span bdi dl dt dd table " +
    "caption thead tbody tr th td svg rect line circle text desc figure " +
    "figcaption blockquote del ins footer").split(" "));
const attributes = new Set(("lang charset http-equiv content name class href " +
    "id tabindex dir rel role scope viewBox preserveAspectRatio aria-hidden " +
    "aria-labelledby aria-describedby width height x y x1 x2 y1 y2 cx cy r").split(" "));

function lookAtElements(page) {
    const ids = new Set();
    for (const e of page.querySelectorAll("*")) {
        if (!elements.has(e.localName))
            faults.push("an element " + e.localName);
        for (const a of e.attributes)
            if (!attributes.has(a.name))
                faults.push("an attribute " + a.name + " of " + e.localName);
        if (e.id && ids.has(e.id))
            faults.push("a second id " + e.id);
        ids.add(e.id);
        const href = e.getAttribute("href");
        if (href !== null && !/^(https?:\/\/[^\s"<>]+|#[a-z0-9-]+)$/i.test(href))
            faults.push("a link to " + href);
    }
    for (const e of page.querySelectorAll("a[href^='#']"))
        if (!ids.has(e.getAttribute("href").slice(1)))
            faults.push("a link to nowhere, " + e.getAttribute("href"));
}

// One h1, and no level left out on the way down.
function lookAtHeadings(page) {
    const levels = [...page.querySelectorAll("h1,h2,h3,h4,h5,h6")]
        .map(e => Number(e.localName[1]));
    if (levels[0] !== 1 || levels.filter(l => l === 1).length !== 1)
        faults.push("not one h1, first of all: " + levels);
    for (let i = 1; i < levels.length; i++)
        if (levels[i] > levels[i - 1] + 1)
            faults.push("a heading's level left out: " + levels);
}

function lookAtLayout(page) {
    const root = page.documentElement;
    const width = frame.contentWindow.innerWidth;
    if (root.scrollWidth > width)
        faults.push("scrolls sideways: " + root.scrollWidth + " in " + width);
    if (getComputedStyle(page.body).maxWidth === "none")
        faults.push("the style sheet is not in force");
}

frame.onload = () => {
    const page = frame.contentDocument;
    lookAtElements(page);
    lookAtHeadings(page);
    lookAtLayout(page);
    for (const landmark of ["header", "main", "footer", "title"])
        if (!page.querySelector(landmark)?.textContent.trim())
            faults.push("no " + landmark);
    if (ran || page.title === "run" || document.title !== "-")
        faults.push("a script ran");
    const text = page.body.textContent;
    document.querySelector("pre").textContent =
        JSON.stringify({faults: [...new Set(faults)].slice(0, 20), text});
};
frame.srcdoc = page;
