/** What the ledger's names are called on a page, and how its numbers are written. */

const count = new Intl.NumberFormat("en");
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const instant = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });

export const number = value => count.format(value);
export const onDay = value => day.format(new Date(`${value}T00:00:00Z`));
export const atInstant = value => `${instant.format(new Date(value))} UTC`;
export const days = value => (value === null ? "not reached" : value === 1 ? "1 day" : `${number(value)} days`);
export const percent = share => `${(share * 100).toFixed(share > 0 && share < 1 ? 1 : 0)} %`;
export const interval = ({ low, high }) => `${(low * 100).toFixed(1)}–${percent(high)}`;

/** IN_MODERATION becomes "in moderation". */
export const inWords = constant => constant.toLowerCase().replaceAll("_", " ");
export const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

const ANSWERS = { NOT_COMPETENT: "Declined: not competent" };

/** What kind of answer it is; one of "not competent" is none, and counts as declining. */
export const answer = kind => ANSWERS[kind] ?? capital(inWords(kind));

const SENTENCES = {
  LedgerOpened: data => `The ledger ${data.origin ?? ""} was opened`,
  ImportRunOpened: data => `An import began: ${data.name ?? data.format ?? ""}`,
  ImportRunClosed: data => `The import ended: ${number(data.accepted ?? 0)} accepted, ${number(data.refused ?? 0)} refused`,
  InstitutionRegistered: (data, names) => `${names.get(data.slug) ?? data.slug} was registered`,
  LegalBasisEnacted: data => `The legal basis ${data.code} was enacted`,
  HolidayCalendarPublished: data => `The holiday calendar ${data.code}, version ${data.version}, was published`,
  ProposalSubmitted: data => `${capital(inWords(data.kind ?? "case"))} submitted`,
  ReceiptConfirmed: () => "Receipt confirmed",
  ProposalPublished: () => "Published",
  ProposalRejected: data => `Not admitted: ${inWords(data.code ?? "other")}`,
  ProposalWithdrawn: () => "Withdrawn",
  ReferralIssued: (data, names) =>
    `Referred to ${names.get(data.to) ?? data.to}${data.purpose === "INFORMATION" ? " for information" : ""}` +
    (data.dueOn ? `, due ${onDay(data.dueOn)}` : ""),
  ReferralAcknowledged: () => "The institution confirmed that it arrived",
  ReferralAccepted: () => "The institution accepted it",
  ReferralDeclined: () => "The institution declined it",
  ReferralForwarded: (data, names) => `Forwarded to ${names.get(data.to) ?? data.to}`,
  ReferralObserved: data => `Seen at its source until ${data.until ? onDay(data.until) : "then"}`,
  InterimReplyPublished: () => "Interim reply: not yet an answer",
  ResponsePublished: data => ANSWERS[data.kind] ?? `Answered: ${inWords(data.kind ?? "answer")}`,
  ResponseCorrected: () => "The answer was corrected",
  GroundGiven: data => (data.ground ? `On the ground: ${data.ground}` : "On a ground that is not shown"),
  SupportCounted: data => `${number(data.count ?? 0)} supporters counted at the source`,
  CaseClosed: data => `Closed: ${inWords(data.reason ?? "other")}`,
  StatusChanged: data => `Stage: ${data.from ? `${inWords(data.from)} → ` : ""}${inWords(data.to ?? "")}`,
};

/** One event as a sentence; one of an unknown type by its name. */
export function sentence(entry, names) {
  const known = SENTENCES[entry.type];
  return known ? known(entry.data ?? {}, names) : entry.type.replaceAll(/([a-z])([A-Z])/g, "$1 $2");
}
