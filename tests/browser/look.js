// A function that looks at the page from inside, of what kind the job says: the
// faults it finds, the text, where links lead, and the page's own address.
job => {
"use strict";
const faults = [];
const elements = new Set(("html head meta title style body a header h1 h2 h3 " +
    "h4 nav ol ul li main section article div p span bdi dl dt dd table " +
    "caption thead tbody tr th td svg rect line circle path text desc figure " +
    "figcaption blockquote del ins footer wbr").split(" "));
const attributes = new Set(("lang charset http-equiv content name class href " +
    "id tabindex dir rel role scope viewBox preserveAspectRatio aria-hidden " +
    "aria-labelledby aria-describedby aria-label width height x y x1 x2 y1 " +
    "y2 cx cy r d itemscope itemtype itemprop itemref").split(" "));

function lookAtElements() {
    const ids = new Set();
    for (const e of document.querySelectorAll("*")) {
        if (!elements.has(e.localName))
            faults.push("an element " + e.localName);
        for (const a of e.attributes)
            if (!attributes.has(a.name))
                faults.push("an attribute " + a.name + " of " + e.localName);
        if (e.id && ids.has(e.id))
            faults.push("a second id " + e.id);
        ids.add(e.id);
        const href = e.getAttribute("href");
        const sound = /^(https?:\/\/[^\s"<>]+|#[a-z0-9-]+)$/i.test(href) ||
            (job.site && /^[\w.%\/-]+$/.test(href));
        if (href !== null && !sound)
            faults.push("a link to " + href);
    }
    for (const e of document.querySelectorAll("a[href^='#']"))
        if (!ids.has(e.getAttribute("href").slice(1)))
            faults.push("a link to nowhere, " + e.getAttribute("href"));
    for (const e of document.querySelectorAll("[itemref]"))
        for (const id of e.getAttribute("itemref").split(" "))
            if (!ids.has(id))
                faults.push("a review that is nowhere, " + id);
}

// One h1, and no level left out on the way down.
function lookAtHeadings() {
    const levels = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")]
        .map(e => Number(e.localName[1]));
    if (levels[0] !== 1 || levels.filter(l => l === 1).length !== 1)
        faults.push("not one h1, first of all: " + levels);
    for (let i = 1; i < levels.length; i++)
        if (levels[i] > levels[i - 1] + 1)
            faults.push("a heading's level left out: " + levels);
}

// Nothing reaches past the window, and nothing is cut off inside of a box.
function lookAtLayout() {
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth)
        faults.push("scrolls sideways: " + root.scrollWidth + " in " + innerWidth);
    if (getComputedStyle(document.body).getPropertyValue("--page") === "")
        faults.push("the style sheet is not in force");
    for (const e of document.querySelectorAll("body *:not(svg *, .unseen)")) {
        const box = e.getBoundingClientRect();
        const style = getComputedStyle(e);
        if (box.width && style.position !== "absolute" && !e.closest("thead") &&
            (box.right > innerWidth + 1 || box.left < -1))
            faults.push("past the window's edge: " + e.localName + "." + e.className);
    }
}

if (!job.bare) {
    lookAtElements();
    lookAtHeadings();
    lookAtLayout();
    for (const landmark of ["header", "main", "footer", "title"])
        if (!document.querySelector(landmark)?.textContent.trim())
            faults.push("no " + landmark);
}
if ("ran" in window || document.title === "run")
    faults.push("a script ran");
return {faults: [...new Set(faults)].slice(0, 20),
    text: (document.body || document.documentElement).textContent,
    links: [...document.links || []].map(a => a.href), address: location.href};
}
