import { STAGING_COLUMNS } from '../model/staging-columns.ts';
import type { Attempt, Identity } from './attempt.ts';
import { localClock } from './local-timestamp.ts';

interface IdentityColumn {
  readonly name: string;
  readonly index: number;
  readonly of: (attempt: Attempt) => Identity;
  /** An invented raw value, the same for the same identity and different for different ones. */
  readonly raw: (attempt: Attempt, seed: number) => string;
}

const DOCUMENTS = 100_000_000;
// Odd and not divisible by 5, so that the step visits every eight-digit number before it repeats one.
const DOCUMENT_STEP = 61_803_399;

/** Ten digits from 99: no document with such a number was ever issued. */
function documentNumber(ordinal: number, seed: number): string {
  const mixed = (ordinal * DOCUMENT_STEP + (seed >>> 0)) % DOCUMENTS;
  return `99${String(mixed).padStart(8, '0')}`;
}

const agreementGuid = (ordinal: number, seed: number): string =>
  `00000000-0000-4000-8000-${(seed >>> 0).toString(16).padStart(8, '0')}${ordinal.toString(16).padStart(4, '0')}`;

const SOURCES: Readonly<Record<string, Pick<IdentityColumn, 'of' | 'raw'>>> = {
  user_name: {
    of: ({ process }) => process.client.account,
    raw: ({ process }) => `example-account-${process.client.account.ordinal}`,
  },
  procesoConvenioGuid: { of: ({ process }) => process, raw: processGuid },
  convenio: {
    of: ({ process }) => process.client,
    raw: ({ process }, seed) => agreementGuid(process.client.ordinal, seed),
  },
  documento: { of: ({ process }) => process.person, raw: personDocument },
};

/** The raw document number of the person of an attempt. */
export function personDocument({ process }: Attempt, seed: number): string {
  return documentNumber(process.person.ordinal, seed);
}

/** The raw process id: as in the real log it is made of the document number and the start. */
export function processGuid(attempt: Attempt, seed: number): string {
  return `${personDocument(attempt, seed)}_${localClock(attempt.process.startedAt, '_')}`;
}

/** The columns that name a person, a process, a client or an account, with the source of their values. */
export const IDENTITY_COLUMNS: readonly IdentityColumn[] = STAGING_COLUMNS.flatMap(({ name, identifying }, index) => {
  if (!identifying) return [];
  const source = SOURCES[name];
  if (source === undefined) throw new Error(`the sample has no source for the identifying column ${name}`);
  return [{ name, index, ...source }];
});
