import type { LocalDate } from '@weilend/kernel';
import type { ActivityKind } from './lead.js';

// What leads come from beside people: offline activities with their cost (线下活动), and partner institutions on our list (合作机构).
// A partner that has left the list sends no leads any more; what came before stays counted.

export interface Activity {
  readonly id: string;
  readonly version: number;
  readonly kind: ActivityKind;
  readonly name: string;
  readonly heldOn: LocalDate;
  readonly costFen: number;
  readonly createdBy: string;
}

export interface Partner {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly creditCode: string;
  readonly active: boolean;
  readonly addedBy: string;
  readonly addedOn: LocalDate;
  readonly endedOn: LocalDate | null;
}
