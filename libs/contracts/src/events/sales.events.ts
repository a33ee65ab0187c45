import { z } from 'zod';
import { defineEvents } from '../define.js';
import { customerTypeField, dateField, fenField, hashField, id, instantField, methodField, purposeField, termsFields } from '../fields.js';

const feedbackFields = {
  ticketId: id('fbk'),
  customerId: id('cus'),
  salespersonId: id('emp'),
  kind: z.enum(['QUESTION', 'OPINION', 'COMPLAINT', 'PRAISE']),
  severity: z.enum(['LOW', 'MEDIUM', 'HIGH']),
  /** Who owes the answer; the customer's salesperson when left out. */
  ownerId: id('emp').optional(),
};

const figureField = z.int().nonnegative().nullable();
const businessFigures = z.object({
  annualRevenueFen: figureField,
  staff: figureField,
  stockFen: figureField,
  debtFen: figureField,
  collateralFen: figureField,
});

export const salesEvents = defineEvents({
  'sales.customer-registered.v1': {
    subject: 'cus',
    to: ['hr'],
    description: 'A customer was registered and has an owner.',
    data: z.object({ customerId: id('cus'), customerType: customerTypeField, ownerId: id('emp'), registeredOn: dateField }),
  },
  'sales.customer-merged.v1': {
    subject: 'cus',
    to: ['finance', 'hr'],
    description: 'Two files were of one customer: the merged one stays readable, everything runs on under the surviving one.',
    data: z.object({ survivorId: id('cus'), mergedId: id('cus'), mergedBy: id('emp'), mergedOn: dateField }),
  },
  'sales.representative-changed.v1': {
    subject: 'cus',
    to: ['risk'],
    description: 'A business on file has another legal representative (法定代表人变更); his name stays in the file.',
    data: z.object({ customerId: id('cus'), changedBy: id('emp'), changedOn: dateField }),
  },
  'sales.application-submitted.v1': {
    subject: 'app',
    to: ['approval'],
    description: 'An application was submitted with its documents (gate G1).',
    data: z.object({
      applicationId: id('app'),
      customerId: id('cus'),
      salespersonId: id('emp'),
      productId: id('prd'),
      amountFen: fenField,
      termMonths: z.int(),
      method: methodField,
      purpose: purposeField,
      round: z.int().min(1),
      /** SHA-256 of every paper in the file: what is in it now is nothing new later. */
      documentHashes: z.array(hashField).optional(),
    }),
  },
  'sales.document-attached.v1': {
    subject: 'app',
    to: ['approval'],
    description:
      'A paper was put to an application: its bytes were uploaded and agree with their hash [4.5]. A second look needs one [4.12].',
    data: z.object({
      applicationId: id('app'),
      documentId: id('doc'),
      fileId: id('fil'),
      sha256: hashField,
      round: z.int().min(1),
      attachedBy: id('emp'),
      attachedAt: instantField,
    }),
  },
  'sales.application-transferred.v1': {
    subject: 'app',
    to: ['approval'],
    description: 'An application that other departments know has another salesperson: his customer was handed over [2.13].',
    data: z.object({
      applicationId: id('app'),
      customerId: id('cus'),
      formerSalespersonId: id('emp'),
      salespersonId: id('emp'),
      transferredOn: dateField,
    }),
  },
  'sales.application-returned.v1': {
    subject: 'app',
    to: [],
    description: 'The first check or the investigation found something missing; the customer supplements it.',
    data: z.object({ applicationId: id('app'), round: z.int(), returnedBy: z.enum(['sales', 'risk']), reasons: z.array(z.string()) }),
  },
  'sales.application-withdrawn.v1': {
    subject: 'app',
    to: ['risk', 'approval', 'finance', 'compliance'],
    description: 'The customer withdrew; open work on the application is recalled.',
    data: z.object({ applicationId: id('app'), reason: z.string(), withdrawnAt: instantField }),
  },
  'sales.contract-signed.v1': {
    subject: 'app',
    to: ['approval', 'compliance'],
    description: 'The contract was signed with recordings, cost sheet and explanation on record (gate G6).',
    data: z.object({
      contractId: id('con'),
      applicationId: id('app'),
      customerId: id('cus'),
      salespersonId: id('emp'),
      ...termsFields,
      contractHash: hashField,
      signedAt: instantField,
    }),
  },
  'sales.cancellation-requested.v1': {
    subject: 'app',
    to: ['finance'],
    description: 'The customer withdrew after signing; finance decides whether money can still be stopped.',
    data: z.object({ applicationId: id('app'), contractId: id('con'), reason: z.string() }),
  },
  'sales.customer-informed.v1': {
    subject: 'app',
    to: [],
    description: 'The customer was told of a step or a decision, with who, when and how.',
    data: z.object({ applicationId: id('app'), topic: z.string(), informedBy: id('emp'), informedAt: instantField }),
  },
  'sales.satisfaction-recorded.v1': {
    subject: 'cus',
    to: ['hr'],
    description: 'A return visit or a survey gave a satisfaction score of 1 to 5.',
    data: z.object({ customerId: id('cus'), salespersonId: id('emp'), score: z.int().min(1).max(5), recordedOn: dateField }),
  },
  'sales.return-visit-made.v1': {
    subject: 'cus',
    to: ['hr'],
    description: 'The return visit that was due to a customer was made, on its day or after it [3.11].',
    data: z.object({ visitId: id('vis'), customerId: id('cus'), salespersonId: id('emp'), dueOn: dateField, visitedOn: dateField }),
  },
  'sales.feedback-opened.v1': {
    subject: 'fbk',
    to: ['risk', 'hr'],
    description: 'A customer asked, thought, complained or praised, or was not content after the closing [3.12].',
    data: z.object({ ...feedbackFields, reopened: z.boolean(), answerDueAt: instantField, openedOn: dateField }),
  },
  'sales.feedback-closed.v1': {
    subject: 'fbk',
    to: ['hr'],
    description: "Feedback was answered and closed with the customer's word [3.12].",
    data: z.object({
      ...feedbackFields,
      satisfaction: z.int().min(1).max(5).nullable(),
      answeredInTime: z.boolean(),
      closedOn: dateField,
    }),
  },
  'sales.contract-review-dropped.v1': {
    subject: 'app',
    to: ['compliance'],
    description: 'A draft that compliance was to review counts no more: another one replaced it, or nobody signed it in time.',
    data: z.object({ applicationId: id('app'), contractId: id('con'), reason: z.string() }),
  },
  'sales.inspection-recorded.v1': {
    subject: 'lon',
    to: ['risk'],
    description: 'An inspection after the loan, with its verdict on the use of funds.',
    data: z.object({
      loanId: id('lon'),
      applicationId: id('app'),
      inspectionId: id('ins'),
      verdict: z.enum(['AS_AGREED', 'MISUSE', 'UNCLEAR']),
      inspectedOn: dateField,
      inspectorId: id('emp'),
    }),
  },
  'sales.business-change-recorded.v1': {
    subject: 'app',
    to: ['risk'],
    description: 'How the business of a borrower has changed after the payout, beside what was known before [4.22].',
    data: z.object({
      changeId: id('bch'),
      applicationId: id('app'),
      customerId: id('cus'),
      observedOn: dateField,
      /** Amounts in fen, staff in persons; null where nobody knows. */
      before: businessFigures,
      after: businessFigures,
    }),
  },
  'sales.falsification-reported.v1': {
    subject: 'app',
    to: ['compliance'],
    description: 'A false statement was found in a file, or a customer was misled; compliance opens a violation report [1.5, 7.9].',
    data: z.object({
      applicationId: id('app'),
      reportedBy: id('emp'),
      suspectId: id('emp').nullable(),
      finding: z.string(),
      /** A falsification when left out. */
      kind: z.enum(['FALSIFICATION', 'MISLEADING', 'FALSE_PUBLICITY', 'ILLEGAL_CHARGE']).optional(),
      evidence: z.array(z.object({ fileId: id('fil'), sha256: hashField })).optional(),
    }),
  },
  'sales.deadline-reminded.v1': {
    subject: 'rem',
    to: ['hr'],
    description:
      'A deadline comes near or has passed; the person named is told, once: systems that ring or write to people take it from here.',
    data: z.object({
      kind: z.string(),
      about: z.string(),
      level: z.enum(['SOON', 'LATE']),
      employeeId: id('emp'),
      escalated: z.boolean(),
      dueAt: instantField,
    }),
  },
  'sales.personal-data-viewed.v1': {
    subject: 'cus',
    to: ['compliance'],
    description: 'Somebody saw personal data unmasked; compliance keeps the access log of the company [3.7].',
    data: z.object({ customerId: id('cus'), viewerId: id('emp'), reason: z.string(), fields: z.array(z.string()), viewedAt: instantField }),
  },
});
