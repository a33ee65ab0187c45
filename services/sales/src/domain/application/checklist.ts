import type { LocalDate } from '@weilend/kernel';
import type { CustomerKind } from '../customer/customer.js';
import { currentDocuments, DOCUMENT_TYPES, lastJudgement, problemsOf, requiredDocuments } from './documents.js';
import type { ApplicationDocument, DocumentType, Judgement } from './documents.js';

// The list that salesperson and customer go through together (资料清单): which papers he has to bring and why, which are there, what the
// check said of them, until when they hold, and which earlier versions there were. Missing comes before run out, run out before a no,
// a no before not yet looked at.

export const CHECKLIST_STATES = ['MISSING', 'EXPIRED', 'NEGATIVE', 'NOT_JUDGED', 'POSITIVE'] as const;
export type ChecklistState = (typeof CHECKLIST_STATES)[number];

export interface ChecklistItem {
  readonly type: DocumentType;
  readonly isNeeded: boolean;
  /** What the paper is to show, in words for the customer. */
  readonly why: string;
  readonly status: ChecklistState;
  /** The worst of its current documents; null while it is missing. */
  readonly documentId: string | null;
  readonly validUntil: LocalDate | null;
  readonly verdicts: Judgement | null;
  /** Documents that another one has replaced. */
  readonly earlierVersions: number;
}

const WHY: Readonly<Record<DocumentType, string>> = {
  IDENTITY: '证明您的身份：有效身份证件',
  INCOME: '证明还款来源：收入证明、银行流水或纳税凭证',
  ASSETS: '证明资产和居住情况：房产、车辆、存款或租赁合同',
  BUSINESS_LICENCE: '证明经营合法：营业执照及行业许可',
  OTHER: '其他有助于审批的材料',
};

/** One line for each paper that this kind of customer must bring, then one for each other kind that he brought [2.10, 4.5]. */
export function checklistOf(type: CustomerKind, documents: readonly ApplicationDocument[], today: LocalDate): readonly ChecklistItem[] {
  const needed = requiredDocuments(type);
  const brought = DOCUMENT_TYPES.filter((one) => !needed.includes(one) && currentDocuments(documents).some((found) => found.type === one));
  return [...needed, ...brought].map((wanted) => itemOf(wanted, { isNeeded: needed.includes(wanted), documents, today }));
}

interface Lookup {
  readonly isNeeded: boolean;
  readonly documents: readonly ApplicationDocument[];
  readonly today: LocalDate;
}

function itemOf(type: DocumentType, { isNeeded, documents, today }: Lookup): ChecklistItem {
  const ofType = documents.filter((document) => document.type === type);
  const judged = currentDocuments(ofType).map((document) => ({ document, status: statusOf(document, today) }));
  const worst = judged.sort((a, b) => CHECKLIST_STATES.indexOf(a.status) - CHECKLIST_STATES.indexOf(b.status))[0];
  return {
    ...{ type, isNeeded, why: WHY[type], status: worst?.status ?? 'MISSING', documentId: worst?.document.id ?? null },
    ...{ validUntil: worst?.document.validUntil ?? null, verdicts: worst ? lastJudgement(worst.document) : null },
    earlierVersions: ofType.length - judged.length,
  };
}

function statusOf(document: ApplicationDocument, today: LocalDate): ChecklistState {
  const codes = problemsOf(document, today).map(({ code }) => code);
  if (codes.includes('DOCUMENT_EXPIRED')) return 'EXPIRED';
  if (codes.includes('DOCUMENT_NEGATIVE')) return 'NEGATIVE';
  return codes.length > 0 ? 'NOT_JUDGED' : 'POSITIVE';
}
