import type {TokenClaims} from '../../../../src/auth/token-source.js';

const USERS = ['ann', 'bob'];
const ORGANIZATIONS = ['acme', 'globex', 'null'];

/** Who owns something: names as they stand in a token's fixed parameters. */
export interface Owner {
  readonly user: string;
  readonly org: string;
}

const NAME = /(ann|bob)@(acme|globex|null)/g;

/** Numbers of rows, as they are and as English groups them. */
const NUMBER = /\b([1-6])\d\d,?\d{3}\b/g;

let answers = 0;

/** Three rows whose every text and large number tells whose they are, also after adding up. */
export function ownedRows({scopes}: TokenClaims): Record<string, unknown>[] {
  const {user, org} = scopes[0]?.fixedParams ?? {};
  const [userName, orgName] = [String(user), String(org)];
  const place = USERS.indexOf(userName) * ORGANIZATIONS.length + ORGANIZATIONS.indexOf(orgName);
  answers += 1;
  const owner = `${userName}@${orgName}`;
  return [(place + 1) * 100_000 + (answers % 900), 1, 2].map((value, at) => ({
    day: `2026-01-0${at + 1}`,
    owner,
    value,
  }));
}

/** Everybody who is named, by name or number. */
export function ownersIn(text: string): readonly Owner[] {
  const named = [...text.matchAll(NAME)].map(([, user = '', org = '']) => ({user, org}));
  const numbered = [...text.matchAll(NUMBER)].map(([, digit]) => ownerOf(Number(digit) - 1));
  return [...named, ...numbered];
}

/** Whose number it is; null for one that anybody can have. */
export function ownerOfNumber(value: unknown): Owner | null {
  const place = Math.floor(Number(value) / 100_000) - 1;
  return place >= 0 && place < USERS.length * ORGANIZATIONS.length ? ownerOf(place) : null;
}

function ownerOf(place: number): Owner {
  const user = USERS[Math.floor(place / ORGANIZATIONS.length)] ?? '';
  return {user, org: ORGANIZATIONS[place % ORGANIZATIONS.length] ?? ''};
}
