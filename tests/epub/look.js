// Opens every page that PAGES names at two widths, two type sizes, by day and by night, and
// writes what is wrong with it into the document: what is clipped, reaches over the edge or
// has too little contrast. Run by tests/epub/look.rs and tests/epub/compare.sh in Chromium.
"use strict";

// Where pages are many, only the views that are hardest on them are asked for.
const WIDTHS = typeof HARD === "undefined" ? [320, 600] : [320];
const SIZES = [100, 200];
const NIGHTS = typeof HARD === "undefined" ? [false, true] : [false];
// WCAG 2.2, criterion 1.4.3.
const LEAST_CONTRAST = 4.5;

function luminance([red, green, blue]) {
  const linear = [red, green, blue].map((part) => {
    part /= 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

function colour(text) {
  // What is mixed is told in parts of one: `color(srgb 0.2 0.4 0.6)`.
  const scale = text.startsWith("color(srgb ") ? [255, 255, 255, 1] : [1, 1, 1, 1];
  const parts = text.match(/[\d.]+(?:e-\d+)?/g).map((part, at) => Number(part) * scale[at]);
  return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
}

// The first opaque background behind an element, or the page's own.
function background(element, page) {
  for (let at = element; at; at = at.parentElement) {
    const { rgb, alpha } = colour(at.ownerDocument.defaultView.getComputedStyle(at).backgroundColor);
    if (alpha > 0.5) return rgb;
  }
  return page;
}

function contrast(element, page) {
  const style = element.ownerDocument.defaultView.getComputedStyle(element);
  const [one, other] = [colour(style.webkitTextFillColor || style.color).rgb, background(element, page)].map(luminance);
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function hasWords(element) {
  return [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
}

// How far the words of an element reach. Spaces at the ends of the lines of code stand over the
// edge, where nobody sees them; all else about an element is its box.
function reach(element) {
  const box = element.getBoundingClientRect();
  if (!element.closest("pre") || !element.matches("code, code *")) return box;
  const reached = { left: box.right, right: box.left };
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const word of node.data.matchAll(/\S+/g)) {
      const range = element.ownerDocument.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const { left, right } = range.getBoundingClientRect();
      reached.left = Math.min(reached.left, left);
      reached.right = Math.max(reached.right, right);
    }
  }
  return reached;
}

function faults(page, night) {
  const width = page.documentElement.clientWidth;
  const found = [];
  if (page.documentElement.scrollWidth > width) {
    found.push(`the page is ${page.documentElement.scrollWidth} wide`);
  }
  for (const element of page.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    const style = page.defaultView.getComputedStyle(element);
    if (box.width === 0 || style.visibility === "hidden") continue;
    const name = `<${element.tagName.toLowerCase()}> “${(element.textContent || "").trim().slice(0, 30)}”`;
    const over = ({ left, right }) => right > width + 1 || left < -1;
    if (!element.matches(".math *") && over(box) && over(reach(element))) {
      const { left, right } = reach(element);
      found.push(`${name} reaches from ${Math.round(left)} to ${Math.round(right)}`);
    }
    const inline = style.display.startsWith("inline") && style.overflowX === "visible";
    // A formula cannot be broken; one that is wider than the screen scrolls by itself, which
    // WCAG 2.2 allows for what needs two dimensions (criterion 1.4.10).
    const scrolls = element.matches(".math, .math *");
    if (!inline && !scrolls && element.clientWidth && element.scrollWidth > element.clientWidth + 1) {
      found.push(`${name} holds ${element.scrollWidth} in ${element.clientWidth}`);
    }
    if (hasWords(element)) {
      const ratio = contrast(element, night ? [0, 0, 0] : [255, 255, 255]);
      if (ratio < LEAST_CONTRAST) found.push(`${name} has a contrast of ${ratio.toFixed(2)}`);
    }
  }
  return found;
}

function open(name, width) {
  return new Promise((resolve) => {
    const frame = document.createElement("iframe");
    frame.style.cssText = `width:${width}px;height:800px;border:0`;
    frame.onload = () => resolve(frame);
    frame.src = name;
    document.body.append(frame);
  });
}

async function measure(name) {
  const found = [];
  for (const width of WIDTHS) {
    const frame = await open(name, width);
    const page = frame.contentDocument;
    const dress = page.createElementNS("http://www.w3.org/1999/xhtml", "style");
    page.documentElement.append(dress);
    for (const size of SIZES) {
      for (const night of NIGHTS) {
        const inks = night ? "background:#000;color:#ddd" : "background:#fff;color:#000";
        dress.textContent = `html{font-size:${size}%} html,body{${inks}}`;
        for (const fault of faults(page, night)) {
          found.push(`${name} ${width}px ${size}% ${night ? "night" : "day"}: ${fault}`);
        }
      }
    }
    frame.remove();
  }
  return found;
}

(async () => {
  const found = [];
  let opened = 0;
  for (const name of PAGES) {
    found.push(...(await measure(name)));
    opened += WIDTHS.length * SIZES.length * NIGHTS.length;
  }
  const report = document.createElement("pre");
  report.id = "report";
  report.textContent = [`opened ${opened}`, `faults ${found.length}`, ...found].join("\n");
  document.body.replaceChildren(report);
})();
