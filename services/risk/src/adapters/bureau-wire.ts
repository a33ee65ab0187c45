import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import {
  ARREARS_BUCKETS,
  contradictionIn,
  CREDIT_STATUSES,
  IDENTITY_MATCHES,
  LENDER_KINDS,
  PUBLIC_RECORD_KINDS,
} from '../domain/bureau/bureau-report.js';
import type { BureauReport } from '../domain/bureau/bureau-report.js';

// The protocol between this department and a bureau behind HTTP, as the section "Bureau" of the README tells it: what is signed, the
// fingerprint of a person, and the shape of an answer.

const LONGEST_LIST = 500;
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const count = z.int().nonnegative();
const fen = z.int().nonnegative();
const list = <T extends z.ZodType>(row: T) => z.array(row).max(LONGEST_LIST);

const details = z.object({
  identityMatch: z.enum(IDENTITY_MATCHES),
  credits: list(
    z.object({ lenderKind: z.enum(LENDER_KINDS), status: z.enum(CREDIT_STATUSES), limitFen: fen, balanceFen: fen, monthlyPaymentFen: fen }),
  ),
  arrears: list(z.object({ month, bucket: z.enum(ARREARS_BUCKETS) })),
  inquiries: list(z.object({ month, count })),
  publicRecords: list(z.object({ kind: z.enum(PUBLIC_RECORD_KINDS), recordedOn: date, amountFen: fen.nullable(), settled: z.boolean() })),
  guarantees: list(z.object({ lenderKind: z.enum(LENDER_KINDS), amountFen: fen, balanceFen: fen, inArrears: z.boolean() })),
});

const answerSchema = z.object({
  requestId: z.string().max(64),
  personFingerprint: z.string().max(128),
  report: z.object({
    score: z.int().min(300).max(850),
    currentSeriousDelinquency: z.boolean(),
    delinquenciesIn24Months: count,
    openCredits: count,
    inquiriesIn6Months: count,
    reportedOn: date,
    details,
  }),
});

export interface BureauAnswer {
  readonly requestId: string;
  readonly personFingerprint: string;
  readonly report: BureauReport;
}

/** The answer in a body; null when it is none, or when its figures and details contradict each other. */
export function answerIn(body: string): BureauAnswer | null {
  const parsed = answerSchema.safeParse(jsonOrNull(body));
  return parsed.success && contradictionIn(parsed.data.report) === null ? parsed.data : null;
}

/** Hex HMAC-SHA-256 of `timestamp.requestId.body`; questions and answers are signed alike. */
export function signatureOf(
  secret: string,
  { timestamp, requestId, body }: { timestamp: string; requestId: string; body: string },
): string {
  return createHmac('sha256', secret).update(`${timestamp}.${requestId}.${body}`).digest('hex');
}

/** Hex HMAC-SHA-256 of `person.<identity number>`: tells that two numbers are the same to who knows the secret, and nothing to others. */
export function fingerprintOf(secret: string, identityNumber: string): string {
  return createHmac('sha256', secret).update(`person.${identityNumber}`).digest('hex');
}

/** Compares without telling by its duration how much was right. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
