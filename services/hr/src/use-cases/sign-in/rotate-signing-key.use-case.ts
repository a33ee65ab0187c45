import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { SigningKeyRing } from './signing-keys.js';

/** An administrator has the company sign with a new key; nobody is signed out by it [1.3]. */
@Injectable()
export class RotateSigningKey {
  constructor(private readonly ring: SigningKeyRing) {}

  /** The id of the new key. */
  execute(actor: Actor): Promise<string> {
    return this.ring.rotate(actor);
  }
}
