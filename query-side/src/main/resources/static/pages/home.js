import { ask, institutionNames } from "./graphql.js";
import { byId, drawing, element, tell } from "./dom.js";
import { credit, imported } from "./sources.js";
import { atInstant, capital, days, interval, inWords, number, onDay, percent, sentence } from "./words.js";

const QUESTION = `{
  responseTimes(groupBy: [INSTITUTION]) {
    definitionVersion ledgerPosition day
    groups {
      key { label }
      referrals answered open openOverdue
      medianDays p80Days
      onTime { n hits value low high }
      rankable
    }
  }
}`;

const GROUP = `key { value label } referrals answered open openOverdue medianDays p80Days oldestOpenDays
  onTime { n hits value low high } unknown rankable`;

const FIGURES = `query Figures($filter: ReferralFilter, $asOf: AsOf, $day: Date) {
  all: responseTimes(filter: $filter, asOf: $asOf, day: $day) {
    definitionVersion ledgerPosition day provisional groups { ${GROUP} }
  }
  each: responseTimes(filter: $filter, groupBy: [INSTITUTION], asOf: $asOf, day: $day) { groups { ${GROUP} } }
}`;

/** A pinned page says the same for ever: ?position=, ?day=. */
const address = new URLSearchParams(location.search);
const pinnedPosition = /^\d{1,15}$/.test(address.get("position") ?? "") ? Number(address.get("position")) : null;
const pinnedDay = /^\d{4}-\d{2}-\d{2}$/.test(address.get("day") ?? "") ? address.get("day") : null;

/** Below so many, a figure tells more of chance than of the institution. */
const FEW = 20;

const ORDERS = {
  referrals: (a, b) => b.referrals - a.referrals,
  name: (a, b) => label(a).localeCompare(label(b)),
  median: (a, b) => (a.medianDays ?? Infinity) - (b.medianDays ?? Infinity) || ORDERS.referrals(a, b),
  onTime: (a, b) => (b.onTime.value ?? -1) - (a.onTime.value ?? -1) || ORDERS.referrals(a, b),
  overdue: (a, b) => b.openOverdue - a.openOverdue || ORDERS.referrals(a, b),
};

const label = group => group.key[0]?.label ?? "";

/** The share as a dot on a line from 0 to 100 %, its interval as a bar. */
function rateDrawing({ value, low, high }) {
  return drawing("svg", { class: "rate", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    drawing("line", { class: "scale", x1: 0, x2: 100, y1: 5, y2: 5 }),
    drawing("rect", { class: "interval", x: low * 100, width: Math.max((high - low) * 100, 0.5), y: 2.5, height: 5, rx: 1 }),
    drawing("rect", { class: "share", x: Math.max(value * 100 - 0.8, 0), width: 1.6, y: 0, height: 10 }));
}

function rateCells(rate, unknown) {
  if (rate.n === 0) {
    return [element("span", { class: "quiet" }, unknown > 0 ? `none due; ${number(unknown)} not known` : "none due")];
  }
  return [
    element("span", { class: "value" }, percent(rate.value)),
    element("span", { class: "quiet" }, ` ${interval(rate)}, of ${number(rate.n)}`),
    rateDrawing(rate),
  ];
}

const cell = (title, attributes, ...children) =>
  element("td", { role: "cell", "data-label": title, ...attributes }, element("span", {}, ...children));

function row(group) {
  return element("tr", { role: "row" },
    element("th", { role: "rowheader", scope: "row" }, label(group)),
    cell("Referrals", { class: "number" }, number(group.referrals)),
    cell("Answered", { class: "number" }, number(group.answered)),
    cell("Median", { class: "number" }, group.referrals < FEW ? "too few" : days(group.medianDays)),
    group.rankable
      ? cell("On time", {}, ...rateCells(group.onTime, group.unknown))
      : cell("On time", {}, element("span", { class: "quiet" },
          group.onTime.n === 0 ? "none due" : `${number(group.onTime.hits)} of ${number(group.onTime.n)}`)),
    cell("Open, overdue", { class: "number" }, number(group.openOverdue)));
}

function tile(title, value, more = null) {
  return element("div", {}, element("dt", {}, title), element("dd", {}, value, more && element("small", {}, more)));
}

function showOverall({ groups }) {
  const [all] = groups;
  if (!all || all.referrals === 0) {
    byId("overall").replaceChildren(tile("Over all", "no referrals"));
    return;
  }
  byId("overall").replaceChildren(
    tile("Referrals over all", number(all.referrals), `${number(all.answered)} answered, ${number(all.open)} open`),
    tile("Half are answered within", days(all.medianDays), `80 % within ${all.p80Days === null ? "… not reached" : days(all.p80Days)}`),
    tile("On time", all.onTime.n === 0 ? "none due" : percent(all.onTime.value),
      all.onTime.n === 0 ? null : `${interval(all.onTime)}, of ${number(all.onTime.n)}`),
    tile("Open and overdue", number(all.openOverdue),
      all.oldestOpenDays === null ? null : `oldest open: ${days(all.oldestOpenDays)}`));
}

function showEach(groups, order) {
  const sorted = [...groups].sort(ORDERS[order] ?? ORDERS.referrals);
  const few = sorted.filter(group => !group.rankable);
  byId("rankable").replaceChildren(...sorted.filter(group => group.rankable).map(row));
  byId("few").hidden = few.length === 0;
  byId("few").replaceChildren(
    element("tr", { role: "row", class: "divider" },
      element("th", { role: "rowheader", colspan: 6, scope: "rowgroup" }, "Too few to rank: fewer than 20 due days have passed")),
    ...few.map(row));
}

function showCitation({ definitionVersion, ledgerPosition, day, provisional }) {
  const fixed = `/?position=${ledgerPosition}&day=${day}`;
  byId("citation").replaceChildren(
    `Definition version ${definitionVersion}, ledger position ${number(ledgerPosition)}, ${onDay(day)}` +
      `${provisional ? " (provisional)" : ""}. `,
    element("a", { href: `${fixed}#figures` }, "A link that keeps these figures"));
}

let figures = null;
let asked = 0;

async function loadFigures() {
  const choice = new FormData(byId("choice"));
  const kind = choice.get("kind");
  const mine = ++asked;
  const answer = await ask(FIGURES, {
    filter: kind ? { kind: [kind] } : null,
    asOf: pinnedPosition === null ? null : { position: pinnedPosition },
    day: pinnedDay,
  });
  if (mine !== asked) {
    return;
  }
  figures = answer;
  showOverall(figures.all);
  showEach(figures.each.groups, choice.get("order"));
  showCitation(figures.all);
}

async function loadLedger() {
  const answer = await ask(`{
    ledger { size origin zone head { position recordedAt } }
    proposals(first: 1) { totalCount }
    petitions: proposals(first: 1, filter: { kind: [PETITION] }) { edges { node { source { name } } } }
    institutions(first: 1) { totalCount }
  }`);
  const tiles = {
    size: number(answer.ledger.size),
    cases: number(answer.proposals.totalCount),
    institutions: number(answer.institutions.totalCount),
    head: atInstant(answer.ledger.head.recordedAt),
  };
  for (const [name, value] of Object.entries(tiles)) {
    byId("ledger").querySelector(`[data-tile=${name}]`).textContent = value;
  }
  byId("origin").textContent =
    `Ledger ${answer.ledger.origin}, last position ${number(answer.ledger.head.position)}. Days are days in ${answer.ledger.zone}.`;
  byId("caveat").hidden = !answer.petitions.edges.some(({ node }) => node.source);
}

async function loadSources() {
  const { sources, demonstration } = await imported();
  byId("demonstration").hidden = !demonstration;
  byId("attribution").hidden = sources.length === 0;
  byId("sources").replaceChildren(...sources.map(credit));
}

async function loadNewest(names) {
  const { entries } = await ask(`{
    entries(last: 12) { edges { node { position type effectiveOn recordedAt data proposal { reference title kind } } } }
  }`);
  byId("newest").replaceChildren(...entries.edges.map(({ node }) => node).reverse().map(entry =>
    element("li", {},
      element("span", { class: "position", title: `Recorded ${atInstant(entry.recordedAt)}` }, number(entry.position)),
      element("span", { class: "what" }, sentence(entry, names),
        entry.proposal && element("span", {}, ": ",
          element("a", { href: `/proposal/${encodeURIComponent(entry.proposal.reference)}` }, caseTitle(entry.proposal)))),
      element("time", { class: "quiet", datetime: entry.effectiveOn }, onDay(entry.effectiveOn)))));
}

const caseTitle = proposal => proposal.title ?? `${inWords(proposal.kind)} ${proposal.reference}`;

/** Ten digits and letters, however they are set apart. Words may look so too. */
const looksLikeReference = words => /^[0-9a-tv-z]{10}$/i.test(words.replace(/[\s-]/g, ""));

/** The case of a reference, or what is wrong with it: asked for alone, since words that look like one may well find cases. */
const findByReference = reference => ask(
  "query Find($reference: ID!) { proposal(reference: $reference) { reference title kind stage submittedOn } }",
  { reference },
).catch(failure => ({ proposal: null, trouble: failure.message }));

async function find(words) {
  const [{ proposals }, { proposal, trouble }] = await Promise.all([
    ask(
      `query Find($words: String!) {
        proposals(first: 20, filter: { search: $words }) {
          totalCount edges { node { reference title kind stage submittedOn } }
        }
      }`,
      { words },
    ),
    looksLikeReference(words) ? findByReference(words) : {},
  ]);
  const found = [proposal, ...proposals.edges.map(({ node }) => node)].filter(Boolean);
  if (found.length === 0) {
    byId("found").replaceChildren(
      element("p", {}, `No case has these words in its public title or text, nor this reference.${trouble ? ` ${trouble}` : ""}`));
    return;
  }
  byId("found").replaceChildren(
    element("p", { class: "quiet" }, `${number(Math.max(proposals.totalCount, found.length))} found${proposals.totalCount > 20 ? ", the first 20" : ""}`),
    element("ul", { class: "cases" }, ...found.map(each =>
      element("li", {},
        element("a", { href: `/proposal/${encodeURIComponent(each.reference)}` }, caseTitle(each)),
        element("span", { class: "quiet" }, ` ${capital(inWords(each.kind))}, ${onDay(each.submittedOn)}, ${inWords(each.stage)}`)))));
}

function showPinned() {
  if (pinnedPosition === null && pinnedDay === null) {
    return;
  }
  byId("pinned").hidden = false;
  byId("pinned").replaceChildren(
    `These figures use what the ledger held ${pinnedPosition === null ? "now" : `at position ${number(pinnedPosition)}`}` +
      `${pinnedDay === null ? "" : `, for ${onDay(pinnedDay)}`}. `,
    element("a", { href: "/#figures" }, "Show today's"));
}

byId("question").textContent = QUESTION;
byId("ask").href = `/graphiql?query=${encodeURIComponent(QUESTION)}`;
showPinned();

byId("choice").addEventListener("change", event => {
  if (event.target.name === "order" && figures !== null) {
    showEach(figures.each.groups, event.target.value);
  } else {
    loadFigures().catch(failure => tell(byId("overall"), failure));
  }
});
byId("search").addEventListener("submit", event => {
  event.preventDefault();
  const words = new FormData(event.target).get("words").trim();
  if (words !== "") {
    find(words).catch(failure => tell(byId("found"), failure));
  }
});

await Promise.all([
  loadLedger().catch(failure => tell(byId("origin"), failure)),
  loadFigures().catch(failure => tell(byId("overall"), failure)),
  loadSources().catch(failure => tell(byId("attribution"), failure)),
  institutionNames().then(loadNewest).catch(failure => tell(byId("newest"), failure)),
]);
document.documentElement.dataset.loaded = "true";
