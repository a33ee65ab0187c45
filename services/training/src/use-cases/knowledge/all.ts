import { AcceptKnowledgeCertificate } from './accept-knowledge-certificate.use-case.js';
import { ApplyKnowledgeRules } from './apply-knowledge-rules.use-case.js';
import { KnowledgeDesk } from './knowledge-desk.js';
import { PublishKnowledgeRules } from './publish-knowledge-rules.use-case.js';

export const knowledgeActs = [KnowledgeDesk, PublishKnowledgeRules, ApplyKnowledgeRules, AcceptKnowledgeCertificate];
