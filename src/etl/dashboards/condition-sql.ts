import type { Condition } from '../../shared/contract/aggregate.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { MICROSERVICES, type MicroserviceName } from '../model/microservices.ts';
import { RESPONSE_CODES, type ResponseOutcome } from '../model/response-codes.ts';
import { PAD_SERVICES } from '../model/staging-columns.ts';
import { OTHER_MICROSERVICES_TOTAL } from '../model/transform-columns.ts';
import { executedColumn } from '../transform/extra-columns.ts';

const PAD_STAGE: readonly string[] = [...PAD_SERVICES, 'geometry_check'];

const inCodes = (codes: readonly number[]): string => `"summary_code" IN (${codes.join(', ')})`;
const codesOf = (match: (response: (typeof RESPONSE_CODES)[number]) => boolean): readonly number[] =>
  RESPONSE_CODES.filter(match).map(({ code }) => code);

/** Holds for the transactions whose answer says that the person was accepted. */
export const IS_ACCEPTED = `"summary_status" = 'ok'`;

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

const EXECUTED = /^executed:(.+)$/;

/** A condition over `transform`: it holds where the SQL is true. `USAGE` for a microservice that the catalogue has not. */
export function conditionSql(condition: Condition): Result<string> {
  switch (condition) {
    case 'accepted':
      return ok(IS_ACCEPTED);
    case 'technical-failure':
      return ok(answeredWith('system'));
    case 'pad-reject':
      return ok(answeredWith('attack'));
    case 'capture-reject':
      return ok(answeredWith('capture'));
    case 'reached-pad':
      return ok(`(${reachedPad()})`);
    case 'negative-other':
      return ok(`"${OTHER_MICROSERVICES_TOTAL}" < 0`);
    case 'timed':
      return ok('"total_time_ms" IS NOT NULL');
    default: {
      const name = EXECUTED.exec(condition)?.[1];
      const service = MICROSERVICES.find((known) => known.name === name);
      return service === undefined
        ? err('USAGE', `No microservice has this name: ${JSON.stringify(name ?? '')}.`, 'The model card lists them.')
        : ok(`"${executedColumn(service.name)}"`);
    }
  }
}
