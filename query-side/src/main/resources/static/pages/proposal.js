import { ask, institutionNames } from "./graphql.js";
import { byId, element, link, tell } from "./dom.js";
import { licence } from "./sources.js";
import { answer, atInstant, capital, days, inWords, number, onDay, sentence } from "./words.js";

const CASE = `query Case($reference: ID!, $asOf: AsOf, $after: String) {
  proposal(reference: $reference, asOf: $asOf) {
    reference kind channel language title text topics stage submittedOn recordedAt
    concealments { field kind since ground }
    source { name licence url }
    endorsements { counted countedOn }
    referrals {
      id purpose deliveredOn timeliness acknowledgedOn firstRespondedOn calendarDays outcome endedOn observedUntil
      institution { slug name }
      legalBasis { title }
      due { dueOn explanation { on what counts } }
      responses { id kind respondedOn recordedAt text supersedes }
    }
    history(first: 100, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { position type effectiveOn recordedAt data } }
    }
  }
}`;

const reference = decodeURIComponent(location.pathname.split("/").filter(Boolean).at(-1) ?? "");
const wanted = new URLSearchParams(location.search).get("position") ?? "";
const position = /^\d{1,15}$/.test(wanted) ? Number(wanted) : null;
const here = `/proposal/${encodeURIComponent(reference)}`;

/** The case with its whole history, page after page. */
async function loadCase() {
  const asOf = position === null ? null : { position };
  const { proposal } = await ask(CASE, { reference, asOf, after: null });
  let page = proposal?.history.pageInfo;
  while (page?.hasNextPage) {
    const next = await ask(CASE, { reference, asOf, after: page.endCursor });
    proposal.history.edges.push(...next.proposal.history.edges);
    page = next.proposal.history.pageInfo;
  }
  return proposal;
}

const fact = (title, ...value) => element("div", {}, element("dt", {}, title), element("dd", {}, ...value));

function concealed(proposal) {
  const title = proposal.concealments.find(({ field }) => field === "title");
  return title ? `The title is ${inWords(title.kind)}` : `${capital(inWords(proposal.kind))} ${proposal.reference}`;
}

function showCase(proposal) {
  const title = proposal.title ?? concealed(proposal);
  document.title = `${title}: Open Engagement Ledger`;
  byId("eyebrow").textContent = `${capital(inWords(proposal.kind))} ${proposal.reference}`;
  byId("title").textContent = title;
  byId("title").lang = proposal.title === null ? "en" : proposal.language;
  byId("text").hidden = !proposal.text;
  byId("text").textContent = proposal.text ?? "";
  byId("text").lang = proposal.language;
  byId("facts").replaceChildren(...[
    fact("Stage", capital(inWords(proposal.stage))),
    fact("Submitted", onDay(proposal.submittedOn)),
    fact("Recorded", atInstant(proposal.recordedAt)),
    proposal.topics.length > 0 ? fact("Topics", proposal.topics.join(", ")) : null,
    proposal.endorsements.counted === null ? null :
      fact("Supporters", `${number(proposal.endorsements.counted)}, counted on ${onDay(proposal.endorsements.countedOn)}`),
    proposal.source === null ? null : fact("Source",
      proposal.source.url ? link(proposal.source.url, proposal.source.name) : proposal.source.name,
      ...(proposal.source.licence ? [" (", licence(proposal.source.licence), ")"] : [])),
    ...proposal.concealments.map(each => fact("Not shown", `${each.field}: ${inWords(each.kind)}${each.ground ? `, ${each.ground}` : ""}`)),
  ].filter(Boolean));
}

function standing(referral) {
  return referral.purpose === "INFORMATION" ? "For information" : capital(inWords(referral.timeliness ?? referral.outcome));
}

const MARKS = { OVERDUE: "late", LONG_OVERDUE: "late", ANSWERED_LATE: "late", ANSWERED_ON_TIME: "good" };

function explanation(due) {
  if (due === null || due.explanation.length === 0) {
    return null;
  }
  return element("details", {}, element("summary", {}, "How the due day was counted"),
    element("ol", { class: "steps" }, ...due.explanation.map(step =>
      element("li", { class: step.counts ? null : "quiet" },
        `${onDay(step.on)}: ${inWords(step.what)}${step.counts ? "" : " (not counted)"}`))));
}

/** An answer says what it corrects, and by what it was corrected. */
function quoted(response, responses) {
  const corrected = responses.find(({ id }) => id === response.supersedes);
  const correction = responses.find(({ supersedes }) => supersedes === response.id);
  return element("blockquote", { "data-response": response.id, class: correction ? "corrected" : null },
    element("p", {}, response.text),
    element("footer", {}, `${answer(response.kind)}, ${onDay(response.respondedOn)}`,
      corrected ? `. A correction of the answer of ${onDay(corrected.respondedOn)}` : null,
      correction ? `. Replaced by the correction of ${onDay(correction.respondedOn)}` : null));
}

function ending(referral) {
  if (referral.firstRespondedOn) {
    return fact("Answered", `${onDay(referral.firstRespondedOn)}, after ${days(referral.calendarDays)}`);
  }
  return referral.endedOn
    ? fact(capital(inWords(referral.outcome)), onDay(referral.endedOn))
    : fact("Answered", "not yet");
}

function referralCard(referral) {
  return element("article", { class: "referral" },
    element("h3", {}, referral.institution.name, " ",
      element("span", { class: `badge ${MARKS[referral.timeliness] ?? ""}` }, standing(referral))),
    element("dl", { class: "facts" }, ...[
      fact("Delivered", onDay(referral.deliveredOn)),
      referral.due ? fact("Due", onDay(referral.due.dueOn)) : fact("Due", "no day known"),
      referral.legalBasis ? fact("Legal basis", referral.legalBasis.title) : null,
      referral.acknowledgedOn ? fact("Acknowledged", onDay(referral.acknowledgedOn)) : null,
      ending(referral),
      referral.observedUntil ? fact("Source watched until", onDay(referral.observedUntil)) : null,
    ].filter(Boolean)),
    explanation(referral.due),
    ...referral.responses.filter(response => response.text).map(response => quoted(response, referral.responses)));
}

function showHistory(edges, names) {
  byId("history").replaceChildren(...edges.map(({ node }) =>
    element("li", { "data-position": node.position, class: node.type === "StatusChanged" ? "stage" : null },
      element("a", { class: "position", href: `${here}?position=${node.position}`, title: "The case as the ledger held it then" },
        number(node.position)),
      element("div", {},
        element("p", { class: "what" }, sentence(node, names)),
        element("p", { class: "quiet" }, element("time", { datetime: node.effectiveOn }, onDay(node.effectiveOn)),
          ", recorded ", element("time", { datetime: node.recordedAt }, atInstant(node.recordedAt)))))));
}

function showAsOf() {
  byId("as-of").hidden = position === null;
  byId("as-of").replaceChildren(
    `This is the case as the ledger held it at position ${number(position ?? 0)}. `,
    element("a", { href: here }, "Show it as it is now"));
}

try {
  showAsOf();
  const [proposal, names] = await Promise.all([loadCase(), institutionNames()]);
  if (proposal === null) {
    byId("title").textContent = "No such case";
    byId("history").replaceChildren(element("li", {}, position === null
      ? "No case has this reference."
      : "The ledger held no case of this reference then."));
  } else {
    showCase(proposal);
    byId("referrals").replaceChildren(...(proposal.referrals.length === 0
      ? [element("p", {}, "To no institution.")]
      : proposal.referrals.map(referralCard)));
    showHistory(proposal.history.edges, names);
  }
} catch (failure) {
  byId("title").textContent = "This case cannot be shown";
  tell(byId("referrals"), failure);
}
document.documentElement.dataset.loaded = "true";
