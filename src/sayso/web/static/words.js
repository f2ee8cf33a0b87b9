// Words of the text under the keyboard: between a selection on the screen and places in the document's text, which are
// counted in code points.

const WORD = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’\-.,]*[\p{L}\p{N}\p{M}]|[\p{L}\p{N}\p{M}]/gu;

const length = (text) => [...text].length;

// The place (code points) of a point in the page, which lies in a paragraph of the text; null outside.
function placeOf(node, offset) {
  const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + length(before.toString());
}

// What is selected in the text: places of start and end, and the words; null for nothing, or outside of it.
export function spanOf(reading, selection) {
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!reading.contains(range.startContainer)) return null;
  const start = placeOf(range.startContainer, range.startOffset);
  let end = placeOf(range.endContainer, range.endOffset);
  if (start !== null && end === null) {
    // It runs out of the paragraph: what lies in it counts.
    const paragraph = range.startContainer.parentElement.closest("[data-start]");
    end = Number(paragraph.dataset.start) + length(paragraph.textContent);
  }
  if (start === null || end === null || start >= end) return null;
  return { start, end, words: selection.toString().replace(/\s+/gu, " ").trim() };
}

// All words of the paragraphs around some runs, one of which is chosen by the keyboard.
export class Words {
  constructor(reading, runs) {
    this.places = [];
    const touched = new Set(runs.map((run) => run.closest("[data-start]")).filter(Boolean));
    const paragraphs = [...reading.querySelectorAll("[data-start]")];
    const first = paragraphs.findIndex((p) => touched.has(p));
    const last = paragraphs.findLastIndex((p) => touched.has(p));
    // One more on either side: the speaker may be named there.
    for (const paragraph of first < 0 ? [] : paragraphs.slice(Math.max(0, first - 1), last + 2)) {
      for (const found of paragraph.textContent.matchAll(WORD))
        this.places.push([paragraph, found.index, found.index + found[0].length]);
    }
    const at = runs.length ? this.places.findIndex(([p, start]) => this.reaches(p, start, runs[0])) : 0;
    this.anchor = this.focus = Math.max(0, at);
  }

  reaches(paragraph, start, run) {
    const [node, offset] = point(paragraph, start, true);
    return Boolean(run.compareDocumentPosition(node) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) && offset >= 0;
  }

  begin() {
    if (document.getSelection().isCollapsed) this.show();
  }

  move(by, more) {
    this.focus = Math.min(this.places.length - 1, Math.max(0, this.focus + by));
    if (!more) this.anchor = this.focus;
    this.show();
  }

  show() {
    if (!this.places.length) return;
    const [from, to] = [Math.min(this.anchor, this.focus), Math.max(this.anchor, this.focus)];
    const [first, start] = this.places[from];
    const [last, , end] = this.places[to];
    document.getSelection().setBaseAndExtent(...point(first, start, true), ...point(last, end));
    const [paragraph, at] = this.places[this.focus];
    point(paragraph, at, true)[0].parentElement.scrollIntoView({ block: "nearest" });
  }

  end() {
    document.getSelection().removeAllRanges();
  }
}

// The text node and offset at a place of a paragraph (both in UTF-16 units); between two nodes the later one where words
// begin.
function point(paragraph, at, begins = false) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  let left = at;
  while (node && (begins ? left >= node.length : left > node.length)) {
    left -= node.length;
    const next = walker.nextNode();
    if (!next) break;
    node = next;
  }
  return [node, Math.min(left, node.length)];
}
