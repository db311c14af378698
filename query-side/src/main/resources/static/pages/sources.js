import { ask } from "./graphql.js";
import { element, link } from "./dom.js";

/** Licences by their SPDX id: what their texts ask to be called, and where they stand. */
const LICENCES = {
  "OGL-UK-3.0": ["Open Government Licence v3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"],
  "CC-BY-4.0": ["CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"],
  "CC-BY-SA-4.0": ["CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"],
  "CC0-1.0": ["CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"],
};

/** What the importers of this project know of a source beyond its name: where it is, and the words its licence asks for. */
const SOURCES = {
  "UK Parliament petitions": { home: "https://petition.parliament.uk/", words: "contains public sector information" },
  "UK Parliament written questions": {
    home: "https://questions-statements.parliament.uk/written-questions",
    words: "UK Parliament, collected by mySociety; changed into this ledger's events",
  },
};

/** The demonstration's files by their SHA-256, as the ledger holds it of every file that was imported. */
const DEMONSTRATION = new Set([
  "bacf75ed123a76f7247795d2cd2e6c48bfc316d9ac86f4140c823da9554d7d98",
  "90895154b625b35f9f805d2d917472393956012eb731b5192a6c6da769eb07fe",
]);

/** A licence, with a link where its id is a known one. */
export function licence(id) {
  const known = LICENCES[id];
  return known ? link(known[1], known[0]) : document.createTextNode(id);
}

/** Who is to be credited for what was imported: one line a source, with links to it and to its licence. */
export function credit({ name, licence: id }) {
  const known = SOURCES[name];
  return element("li", {},
    known ? link(known.home, name) : name,
    known ? `: ${known.words}` : "",
    ...(id ? [", licensed under ", licence(id)] : []));
}

/** What the opening of every import run tells, page after page. */
async function runs() {
  const opened = [];
  let after = null;
  do {
    const { entries } = await ask(
      `query Runs($after: String) {
        entries(first: 100, after: $after, filter: { type: ["ImportRunOpened"] }) {
          edges { node { data } } pageInfo { hasNextPage endCursor }
        }
      }`,
      { after },
    );
    opened.push(...entries.edges.map(({ node }) => node.data));
    after = entries.pageInfo.hasNextPage ? entries.pageInfo.endCursor : null;
  } while (after !== null);
  return opened;
}

/**
 * The sources that import runs name, as their cases say, and whether the demonstration is among what was imported. A run
 * names the source of its file's first case only: those of its other cases stand on the cases' own pages.
 */
export async function imported() {
  const opened = await runs();
  const names = [...new Set(opened.map(({ name }) => name))];
  const cases = await Promise.all(names.map(name => ask(
    `query Source($name: String!) {
      proposals(first: 1, filter: { source: $name }) { edges { node { source { name licence } } } }
    }`,
    { name },
  )));
  return {
    sources: cases.flatMap(({ proposals }) => proposals.edges.map(({ node }) => node.source)),
    demonstration: opened.some(({ sha256 }) => DEMONSTRATION.has(sha256)),
  };
}
