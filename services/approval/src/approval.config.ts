import { z } from 'zod';

/** Approval needs no variables beyond those of every service. */
export const approvalConfig = z.object({});

export type ApprovalConfig = z.output<typeof approvalConfig>;
