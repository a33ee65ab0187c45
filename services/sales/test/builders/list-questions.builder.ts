// Every list of sales, and what is asked of it: for the test of the query plans and for the proof at scale (`npm run prove -- sales-scale`). A list that is
// added to the graph has to be added here; both fail until it is.

/** Ids of what a question is about, and the day. */
export interface AskedAbout {
  readonly customerId: string;
  readonly salespersonId: string;
  readonly enquiryId: string;
  readonly leadId: string;
  readonly activityId: string;
  readonly campaignId: string;
  readonly partnerId: string;
  readonly eventId: string;
  readonly surveyId: string;
  readonly today: string;
  readonly quarter: string;
  /** A name, four digits and a whole number to be searched by. */
  readonly name: string;
  readonly lastFour: string;
  readonly phone: string;
}

export interface ListQuestion {
  /** Field of the root that answers with a connection. */
  readonly field: string;
  /** Arguments beside the page, as they are written in a query; `{name}` is one of what is asked about. */
  readonly args: string;
}

const of = (field: string, ...args: readonly string[]): readonly ListQuestion[] => args.map((one) => ({ field, args: one }));
const each = (name: string, values: string): readonly string[] => values.split(' ').map((value) => `${name}: ${value}`);

const STAGES =
  'DRAFT SUBMITTED UNDER_CHECK RETURNED INVESTIGATING REJECTED APPROVED CONDITIONALLY_APPROVED CONTRACTING SIGNED DISBURSED WITHDRAWN';
const WORKLISTS = 'CONDITIONS DOCUMENTS DOCUMENTS_RUN_OUT INFORM QUESTIONS SUPPLEMENT';

export const LIST_QUESTIONS: readonly ListQuestion[] = [
  ...of('applications', '', 'customerId: "{customerId}"', ...each('stage', STAGES)),
  ...of('applicationsOnWorklist', ...each('worklist', WORKLISTS), ...each('late: true, worklist', WORKLISTS)),
  ...of('applicationsWithDueInspections', ''),
  ...of('applicationsWithOpenTasks', ''),
  ...of('applicationsWithOpenWarnings', ''),
  ...of('contractAmendments', '', 'owed: true', ...each('state', 'OPEN SIGNED')),
  ...of('contractTemplates', '', 'state: APPROVED'),
  ...of(
    'contracts',
    '',
    ...each('state', 'DRAFT SIGNED'),
    'salespersonId: "{salespersonId}"',
    'salespersonId: "{salespersonId}", state: DRAFT',
  ),
  ...of('contracts', ...each('awaiting', 'ACKNOWLEDGEMENT AUDIO COST_SHEET EXPLANATION REVIEW SIGNATURE VIDEO')),
  ...of('customerEvents', '', ...each('state', 'PLANNED HELD')),
  ...of(
    'customers',
    '',
    'grade: A',
    'type: MICRO_ENTERPRISE',
    'ownerId: "{salespersonId}"',
    'ownerId: "{salespersonId}", grade: B',
    'visitDue: true',
  ),
  ...of('customers', 'grade: A, type: INDIVIDUAL', 'ownerId: "{salespersonId}", visitDue: true', 'name: "{name}"', 'phone: "{phone}"'),
  ...of('customers', 'phone: "{lastFour}"', 'identity: "{lastFour}"'),
  ...of('dueCustomerEvents', ''),
  ...of('dueFeedbackTickets', '', 'overdueOnly: true', 'salespersonId: "{salespersonId}"'),
  ...of('dueFollowUps', '', 'overdueOnly: true', 'withinDays: 3', 'salespersonId: "{salespersonId}"'),
  ...of('dueVisits', '', 'overdueOnly: true', 'withinDays: 7', 'salespersonId: "{salespersonId}"'),
  ...of('enquiries', '', 'customerId: "{customerId}"', 'overdue: true', 'owesProposal: true', ...each('state', 'WAITING ANSWERED CLOSED')),
  ...of('eventInvitations', 'eventId: "{eventId}"'),
  ...of('feedbackTickets', '', 'kind: COMPLAINT', 'state: OPEN', 'state: CLOSED, kind: COMPLAINT', 'salespersonId: "{salespersonId}"'),
  ...of('importRuns', ''),
  ...of('interactions', 'customerId: "{customerId}"', 'enquiryId: "{enquiryId}"', 'leadId: "{leadId}"'),
  ...of(
    'leads',
    '',
    ...each('state', 'NEW ENQUIRING CONVERTED LOST'),
    ...each('channel', 'ONLINE REFERRAL'),
    'channel: PARTNER, state: NEW',
  ),
  ...of('leads', 'activityId: "{activityId}"', 'campaignId: "{campaignId}"', 'partnerId: "{partnerId}"', 'referrerId: "{customerId}"'),
  ...of('leads', 'contactDue: true', 'responseOverdue: true', 'unassigned: true', 'district: "330106"', 'salespersonId: "{salespersonId}"'),
  ...of('leads', 'salespersonId: "{salespersonId}", state: NEW', 'salespersonId: "{salespersonId}", contactDue: true'),
  ...of('marketReports', '', 'kind: COMPETITOR', 'topic: PRODUCTS', 'quarter: "{quarter}"', 'quarter: "{quarter}", topic: DEMAND'),
  ...of('myReminders', '', 'kind: RETURN_VISIT'),
  ...of('openNextSteps', '', 'late: true'),
  ...of('proposals', '', 'expiringWithinDays: 5', ...each('state', 'PRICING QUOTED APPLIED EXPIRED')),
  ...of('questionnaires', ''),
  ...of('referralCredits', '', 'state: EARNED', 'referrerId: "{customerId}"'),
  ...of('returnVisits', '', 'salespersonId: "{salespersonId}"'),
  ...of('salesActivities', '', 'from: "2020-01-01", to: "{today}"', 'kind: FAIR', 'state: HELD', 'campaignId: "{campaignId}"'),
  ...of('salesCampaigns', '', 'open: true'),
  ...of('salesPlans', ''),
  ...of('securityTasks', '', 'overdue: true', 'customerId: "{customerId}"', ...each('state', 'OPEN SECURED RETURNED')),
  ...of('jobMarks', '', 'until: "{today}"', ...each('state', 'OPEN MARKED RETURNED')),
  ...of('arrearsTasks', '', 'overdue: true', 'customerId: "{customerId}"', ...each('state', 'OPEN CONTACTED RECALLED')),
  ...of('salesProblems', '', 'overdue: true', 'ownerId: "{salespersonId}"', ...each('state', 'OPEN IN_HAND CLOSED')),
  ...of(
    'searchSales',
    'text: "{name}"',
    'text: "{lastFour}"',
    'text: "{phone}"',
    'text: "{customerId}"',
    'text: "WD-2026-000001"',
    'text: "{name}", kinds: [APPLICATION, CONTRACT]',
  ),
  ...of('surveyInvitations', 'surveyId: "{surveyId}"', 'surveyId: "{surveyId}", state: ANSWERED'),
  ...of('surveys', ''),
  ...of('workLogs', '', 'day: "{today}"', 'employeeId: "{salespersonId}"'),
];

/** Collections that may be read from end to end and sorted, each with its reason. */
export const SMALL: Readonly<Record<string, string>> = {
  parameters: 'a few values of each key, kept in memory for a minute',
  denied_employees: 'people whose tokens hold no more, for some minutes each',
  signing_keys: 'the keys that tokens are signed with, a handful',
  outbox: 'how many messages wait, counted by the relay for its figures',
  partners: 'the whole register is one answer',
  activities: 'the whole register is one answer',
  sales_areas: 'the whole register is one answer',
};

export interface WantedPage {
  readonly first?: number;
  readonly after?: string | null;
  /** What is asked of each node beside its id. */
  readonly node?: string;
}

/** A question as it is sent. */
export function listQuery(
  { field, args }: ListQuestion,
  about: AskedAbout,
  { first = 20, after = null, node = 'id' }: WantedPage = {},
): string {
  const filled = args.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => about[name as keyof AskedAbout]);
  const page = [filled, `first: ${first}`, after === null ? '' : `after: "${after}"`].filter((part) => part !== '').join(', ');
  return `query { ${field}(${page}) { nodes { ${node} } pageInfo { endCursor hasNextPage } } }`;
}

/** Root fields of a printed schema that answer with a connection. */
export function connectionsOf(sdl: string): readonly string[] {
  const plain = sdl.replaceAll(/"""[\s\S]*?"""/g, '');
  const query = /^type Query \{\n([\s\S]*?)^\}/m.exec(plain)?.[1] ?? '';
  return [...query.matchAll(/^ *(\w+)(?:\([^)]*\))?: \w+Connection!/gm)].map((match) => match[1] ?? '').sort();
}

/** Lists of the graph that nobody asks for here, and questions of lists that are no more. */
export function unasked(sdl: string): readonly string[] {
  const [there, asked] = [connectionsOf(sdl), new Set(LIST_QUESTIONS.map(({ field }) => field))];
  return [...there.filter((field) => !asked.has(field)), ...[...asked].filter((field) => !there.includes(field))];
}
