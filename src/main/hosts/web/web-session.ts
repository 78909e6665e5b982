import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Tokens that were given out and not used yet: the oldest is forgotten when there are more. */
const MOST_TOKENS = 100;

/** Who may talk to the host: whoever came with a token that it gave out once, and has the cookie that the token bought. */
export class WebSession {
  readonly #name: string;
  readonly #cookie = randomBytes(32).toString('base64url');
  readonly #tokens = new Set<string>();

  /** Cookies know no ports: the name tells hosts on one computer apart. */
  constructor(port: number) {
    this.#name = `veriscope-${port}`;
  }

  /** The value of a `Set-Cookie` header; lasts until the browser is closed. */
  get setCookie(): string {
    return `${this.#name}=${this.#cookie}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** A token for one entrance. */
  issueToken(): string {
    const token = randomBytes(32).toString('base64url');
    this.#tokens.add(token);
    const [oldest] = this.#tokens;
    if (this.#tokens.size > MOST_TOKENS && oldest !== undefined) this.#tokens.delete(oldest);
    return token;
  }

  /** Whether a token is good, which it then no longer is. */
  redeem(token: string): boolean {
    const known = [...this.#tokens].find((candidate) => equals(candidate, token));
    return known !== undefined && this.#tokens.delete(known);
  }

  /** Whether a `Cookie` header holds the session. */
  admits(header: string | undefined): boolean {
    const values = (header ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part.startsWith(`${this.#name}=`))
      .map((part) => part.slice(this.#name.length + 1));
    return values.some((value) => equals(value, this.#cookie));
  }
}

function equals(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
