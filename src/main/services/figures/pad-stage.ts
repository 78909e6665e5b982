import { MICROSERVICES, type MicroserviceName } from '../../../etl/model/microservices.ts';
import { RESPONSE_CODES, type ResponseOutcome } from '../../../etl/model/response-codes.ts';
import { PAD_SERVICES } from '../../../etl/model/staging-columns.ts';
import { executedColumn } from '../../../etl/transform/extra-columns.ts';

const PAD_STAGE: readonly string[] = [...PAD_SERVICES, 'geometry_check'];

const inCodes = (codes: readonly number[]): string => `"summary_code" IN (${codes.join(', ')})`;
const codesOf = (match: (response: (typeof RESPONSE_CODES)[number]) => boolean): readonly number[] =>
  RESPONSE_CODES.filter(match).map(({ code }) => code);

/** Holds for the transactions whose answer has that outcome in the catalogue; NULL for those without a code. */
export function answeredWith(outcome: ResponseOutcome): string {
  return inCodes(codesOf((response) => response.outcome === outcome));
}

/**
 * Holds for the transactions that reached presentation attack detection. The pipeline is serial: the geometry check
 * comes first, and what passes it goes to the PAD services; both can answer with a PAD reject, so a denominator
 * without the geometry check would leave out transactions that the numerator counts. Where a log carries no times, an
 * answer that only this stage gives tells the same, so that the numerator is always part of the denominator.
 */
export function reachedPad(): string {
  const timed = MICROSERVICES.map(({ name }) => name).filter((name: MicroserviceName) => PAD_STAGE.includes(name));
  const answers = codesOf((response) => PAD_STAGE.includes(response.microservice));
  return [...timed.map((name) => `"${executedColumn(name)}"`), inCodes(answers)].join(' OR ');
}
