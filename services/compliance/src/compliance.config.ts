import { z } from 'zod';

/** Compliance needs no variables beyond those of every service. */
export const complianceConfig = z.object({});

export type ComplianceConfig = z.output<typeof complianceConfig>;
