const KEY = 'housecount.token';

/** What a header can carry. */
const TOKEN = /^[\x21-\x7e]+$/;

/** Where the token is kept: in this tab only, until it is closed or the reader signs out. */
export class Session {
  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {}

  /** The token; null where none was typed in. */
  get token(): string | null {
    return this.storage.getItem(KEY);
  }

  /** Keeps a token; says false for what can be none. */
  signIn(token: string): boolean {
    const trimmed = token.trim();
    if (!TOKEN.test(trimmed)) {
      return false;
    }
    this.storage.setItem(KEY, trimmed);
    return true;
  }

  /** Forgets it. */
  signOut(): void {
    this.storage.removeItem(KEY);
  }
}
