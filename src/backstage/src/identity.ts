import type { UserIdentity } from './api.js';
import type { Options } from './options.js';

/**
 * Who uses the portal, as far as the settings allow to tell. Kept at hand, because a closing tab
 * cannot wait for a look-up.
 */
export class Identity {
  /** The user's entity ref; undefined until known, and where nobody is to be named. */
  user?: string;
  /** The Backstage token as last read. */
  token?: string;
  /** Whether nothing more needs to be known before events are sent. */
  ready: boolean;
  readonly sendUser: boolean;
  readonly sendToken: boolean;

  constructor(
    private readonly api: UserIdentity | undefined,
    { sendUser, sendToken }: Pick<Options, 'sendUser' | 'sendToken'>,
  ) {
    this.sendUser = sendUser;
    this.sendToken = sendToken;
    this.ready = !api || !(sendUser || sendToken);
  }

  /** Tells users of one browser apart without naming them; empty until known. */
  get mark(): string {
    return this.user ? hash(this.user) : '';
  }

  /**
   * Reads the user once and the token anew. Waits until somebody has signed in.
   *
   * @throws whatever the portal's identity provider throws
   */
  async refresh(): Promise<void> {
    if (!this.api || !(this.sendUser || this.sendToken)) {
      return;
    }
    const [identity, credentials] = await Promise.all([
      this.user ? undefined : this.api.getBackstageIdentity(),
      this.sendToken ? this.api.getCredentials() : undefined,
    ]);
    this.user ??= identity?.userEntityRef;
    this.token = credentials?.token;
    this.ready = true;
  }
}

/** FNV-1a, 32 bits: enough to tell apart the few people who share a browser. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return (value >>> 0).toString(16);
}
