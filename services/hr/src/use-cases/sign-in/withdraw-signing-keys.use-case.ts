import { Injectable } from '@nestjs/common';
import { SigningKeyRing } from './signing-keys.js';

/** Old signing keys whose last token has run out verify nothing any more [1.3]. */
@Injectable()
export class WithdrawSigningKeys {
  constructor(private readonly ring: SigningKeyRing) {}

  /** How many were withdrawn. */
  execute(): Promise<number> {
    return this.ring.withdrawRetired();
  }
}
