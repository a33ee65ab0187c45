import { addFields } from '@weilend/mongo';
import type { Database, Migration } from '@weilend/mongo';

const tickets = addFields('tickets', 'feedback_tickets', { subjects: [] });

/**
 * Of complaints from before nobody has set later whom they are about [3.12]. Survey links from before were in the hands of the salesperson whose
 * work they judge: those that nobody has answered with are void, and the manager hands out others; of the rest it is written that the
 * salesperson had them [5.2].
 */
export const complaintsAndLinks: Migration = {
  name: '0010-complaints-and-links',
  async up(database: Database): Promise<void> {
    await tickets.up(database);
    const invitations = database.collection('survey_invitations');
    const old = { link: { $ne: null }, 'link.issuedBy': { $exists: false } };
    await invitations.updateMany({ ...old, state: 'invited' }, { $set: { link: null } });
    await invitations.updateMany(old, [{ $set: { 'link.issuedBy': '$salespersonId', 'link.issuedAt': '$answered.at' } }]);
  },
};
