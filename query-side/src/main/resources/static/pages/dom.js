/** Small hands for the page. Text from the ledger enters as text only, never as markup. */

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

/** An element of HTML with attributes and children; a child that is a string becomes text. */
export const element = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);

/** An element of SVG. */
export const drawing = (name, attributes = {}, ...children) =>
  fill(document.createElementNS(SVG, name), attributes, children);

export const byId = id => document.getElementById(id);

/** Only an address of the web becomes a link; anything else stays text. */
export function link(address, text) {
  let parsed = null;
  try {
    parsed = new URL(address);
  } catch {
    return document.createTextNode(text);
  }
  return parsed.protocol === "https:" || parsed.protocol === "http:"
    ? element("a", { href: parsed.href, rel: "noopener noreferrer nofollow" }, text)
    : document.createTextNode(text);
}

/** Tells, where a reader would look, that something could not be shown. */
export function tell(place, failure) {
  place.replaceChildren(element("p", { class: "notice failed", role: "alert" }, failure.message));
}
