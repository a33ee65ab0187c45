import { DeviceResolver } from './device.resolver.js';
import { SecurityResolver } from './security.resolver.js';
import { SignInResolver } from './sign-in.resolver.js';

export const signInResolvers = [SignInResolver, DeviceResolver, SecurityResolver];
