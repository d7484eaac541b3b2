// Drives headless Chromium by its DevTools protocol, over a pipe: messages are
// JSON, each ended by NUL.
"use strict";
const {spawn} = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const {pathToFileURL} = require("node:url");

class Chromium {
    constructor(program) {
        this.profile = fs.mkdtempSync(path.join(os.tmpdir(), "vtools-chromium-"));
        this.child = spawn(program, [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update",
            "--hide-scrollbars", "--font-render-hinting=none",
            "--remote-debugging-pipe", "--user-data-dir=" + this.profile,
            "about:blank",
        ], {stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"]});
        this.waiting = new Map();
        this.listeners = new Set();
        this.last = 0;
        let rest = Buffer.alloc(0);
        this.child.stdio[4].on("data", data => {
            rest = Buffer.concat([rest, data]);
            for (let end; (end = rest.indexOf(0)) >= 0;) {
                this.take(JSON.parse(rest.subarray(0, end).toString()));
                rest = rest.subarray(end + 1);
            }
        });
        this.child.on("exit", () => this.fail(new Error("the browser ended")));
        this.child.on("error", error => this.fail(error));
    }

    fail(error) {
        for (const {reject} of this.waiting.values())
            reject(error);
        this.waiting.clear();
    }

    take(message) {
        const waiting = this.waiting.get(message.id);
        if (!waiting) {
            for (const listener of this.listeners)
                listener(message);
            return;
        }
        this.waiting.delete(message.id);
        if (message.error)
            waiting.reject(new Error(JSON.stringify(message.error)));
        else
            waiting.resolve(message.result);
    }

    send(method, params, sessionId) {
        const id = ++this.last;
        const message = JSON.stringify({id, method, params, sessionId});
        return new Promise((resolve, reject) => {
            this.waiting.set(id, {resolve, reject});
            this.child.stdio[3].write(message + "\0");
        });
    }

    async open() {
        const {targetId} = await this.send("Target.createTarget",
            {url: "about:blank"});
        const {sessionId} = await this.send("Target.attachToTarget",
            {targetId, flatten: true});
        return new Page(this, sessionId, targetId);
    }

    async close() {
        this.send("Browser.close").catch(() => {});
        await new Promise(resolve => {
            this.child.on("exit", resolve);
            setTimeout(() => this.child.kill("SIGKILL"), 5000).unref();
        });
        fs.rmSync(this.profile, {recursive: true, force: true, maxRetries: 5});
    }
}

// One tab. `noted` is what happened in it that no page of ours lets happen:
// requests, messages of the console, dialogs, windows, scripts.
class Page {
    constructor(browser, session, target) {
        this.browser = browser;
        this.session = session;
        this.target = target;
        this.noted = [];
        browser.listeners.add(this.listener = message => this.hear(message));
    }

    send(method, params) {
        return this.browser.send(method, params, this.session);
    }

    hear({method, params, sessionId}) {
        if (method === "Target.targetCreated" &&
            params.targetInfo.openerId === this.target)
            this.noted.push("a window was opened");
        if (sessionId !== this.session)
            return;
        if (method === "Network.requestWillBeSent" &&
            params.request.url.split("#")[0] !== this.url)
            this.noted.push("a request for " + params.request.url.slice(0, 200));
        if (method === "Log.entryAdded")
            this.noted.push("logged: " + params.entry.text.slice(0, 300));
        if (method === "Runtime.consoleAPICalled")
            this.noted.push("a script wrote to the console");
        if (method === "Runtime.exceptionThrown")
            this.noted.push("a script failed");
        if (method === "Debugger.scriptParsed" && params.url === this.url)
            this.noted.push("a script was parsed");
        if (method === "Page.javascriptDialogOpening") {
            this.noted.push("a dialog: " + params.message.slice(0, 200));
            this.send("Page.handleJavaScriptDialog", {accept: false})
                .catch(() => {});
        }
        if (method === "Page.loadEventFired" && this.loaded)
            this.loaded();
    }

    async start() {
        for (const domain of ["Page", "Network", "Log", "Runtime", "Debugger"])
            await this.send(domain + ".enable");
    }

    async show(file) {
        this.noted = [];
        await this.go(pathToFileURL(file).href,
            url => this.send("Page.navigate", {url}));
    }

    // Follows the first link whose address holds the text, as a reader does.
    async click(part) {
        const link = `[...document.links].find(a => a.pathname.includes(
            ${JSON.stringify(part)}) && a.href.split("#")[0] !== location.href)`;
        const url = await this.evaluate(`${link}?.href`);
        if (!url)
            this.noted.push("no link to " + part);
        else
            await this.go(url, () => this.evaluate(`${link}.click()`));
    }

    async go(url, how) {
        this.url = url;
        const loaded = new Promise(resolve => { this.loaded = resolve; });
        await how(url);
        await loaded;
    }

    // `scheme`: light or dark; `media`: screen or print.
    async emulate({width, height = 800, scheme = "light", media = "screen"}) {
        await this.send("Emulation.setDeviceMetricsOverride", {width, height,
            deviceScaleFactor: 1, mobile: false});
        await this.send("Emulation.setEmulatedMedia", {media,
            features: [{name: "prefers-color-scheme", value: scheme},
                {name: "prefers-reduced-motion", value: "reduce"}]});
    }

    // The value of an expression, awaited; the page's policy does not bind it.
    async evaluate(expression) {
        const {result, exceptionDetails} = await this.send("Runtime.evaluate",
            {expression, returnByValue: true, awaitPromise: true});
        if (exceptionDetails)
            throw new Error(exceptionDetails.exception?.description ||
                exceptionDetails.text);
        return result.value;
    }

    async picture(file, height) {
        const size = await this.evaluate(
            "({width: innerWidth, height: document.documentElement.scrollHeight})");
        const clip = {x: 0, y: 0, scale: 1, width: size.width,
            height: Math.min(size.height, height || size.height)};
        const {data} = await this.send("Page.captureScreenshot",
            {format: "png", clip, captureBeyondViewport: true});
        fs.writeFileSync(file, Buffer.from(data, "base64"));
    }

    async close() {
        this.browser.listeners.delete(this.listener);
        await this.browser.send("Target.closeTarget", {targetId: this.target});
    }
}

module.exports = {Chromium};
