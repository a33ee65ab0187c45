import { addFields } from '@weilend/mongo';

/** Leads from before numbers were compared have no sealed form of theirs until they are saved again. */
export const leadPhoneIndex = addFields('0007-lead-phone-index', 'leads', { phoneIndex: null });
