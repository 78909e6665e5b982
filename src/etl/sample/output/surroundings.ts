import { SIDES, type Side } from '../../model/microservices.ts';
import type { Attempt } from '../attempt.ts';
import { itemAt } from '../chance/item-at.ts';
import { personDocument, processGuid } from '../identity-columns.ts';
import { epochSeconds, localClock } from '../local-timestamp.ts';
import type { SampleAnswer } from '../sample-answer.ts';
import { limitsOf, SERVICE_ANSWERS, type ServiceAnswer } from './service-answers.ts';

/** A value of JSON that may still be written into. */
export type Node = { [key: string | number]: unknown };

const DEVICES = ['Example Phone A1', 'Example Phone B2', 'Example Phone C3', 'Example Tablet T4'] as const;
const BROWSERS = ['example mobile', 'example web'] as const;
/** Blocks that are set aside for documentation (RFC 5737): they belong to nobody. */
const NETWORKS = ['192.0.2', '198.51.100', '203.0.113'] as const;
const HOSTS = 254;
const CODE_DIGITS = 4;

/** A code as the raw log writes it: `0203`. */
export function fourDigits(code: number): string {
  return String(code).padStart(CODE_DIGITS, '0');
}

/** The raw document of an attempt but for the values of the model card, whose places are held by `null`. */
export function surroundings(token: string, attempt: Attempt, seed: number, position: number): Node {
  return {
    _id: { $oid: position.toString(16).padStart(24, '0') },
    api_hash: null,
    user_name: null,
    service: null,
    api_gateway_id: '0123456789ab',
    file_token: null,
    with_accessories: true,
    with_iqa: true,
    with_icao: true,
    save_azure: true,
    save_mongo: true,
    ts: epochSeconds(attempt.at),
    date: null,
    summary: { status: null, code: null, desc: null },
    metadata: metadata(attempt),
    user_data: {
      trazabilidad: traceability(attempt, seed),
      procesoConvenioGuid: null,
      convenio: null,
      documento: null,
    },
    http_code: null,
    total_time_ms: null,
    azure_blob: eachImage((side) => ({
      account_name: 'example',
      container_name: localClock(attempt.at, ' ').slice(0, 7),
      path: `${token}/${side}.png`,
    })),
  };
}

const eachImage = (block: (side: Side) => Node): Node =>
  Object.fromEntries(SIDES.map((side) => [`${side}_img`, block(side)]));

function metadata(attempt: Attempt): Node {
  const images = eachImage((side) => imageBlock(side, attempt));
  return attempt.run.geometry ? { ...images, geometry_check: geometryBlock(attempt.answer) } : images;
}

/** What each service said about an image. */
function imageBlock(side: Side, { run, answer }: Attempt): Node {
  const failed = run.failing === side ? answer : null;
  const blocks = SERVICE_ANSWERS.filter(({ depth }) => depth <= run[side]).map((service) => [
    service.name,
    serviceBlock(service, failed),
  ]);
  const named: Node = Object.fromEntries(blocks) as Node;
  // Services that leave nothing when all is well, or failed before they could measure, only appear with their refusal.
  if (failed !== null && !(failed.microservice in named)) named[failed.microservice] = said(failed, {});
  return named;
}

function serviceBlock({ name, message, code, results }: ServiceAnswer, failed: SampleAnswer | null): Node {
  if (failed?.microservice !== name) return { msg: message, code, results: structuredClone(results) };
  // It found something else than a good image: only its settings are as always.
  return said(failed, 'config' in results ? { config: results['config'] } : {});
}

const said = ({ description, code }: SampleAnswer, results: Node): Node => ({
  msg: description,
  code: fourDigits(code),
  results,
});

function geometryBlock(answer: SampleAnswer): Node {
  const failed = answer.microservice === 'geometry_check';
  const predictions = failed
    ? { neural_score: 0.09, image_difference: 0, handcrafted_score: 0.05 }
    : { neural_score: 0.4, image_difference: 0, handcrafted_score: 0.6 };
  const results = { predictions, config: limitsOf('geometry_check') };
  return failed ? said(answer, results) : { msg: 'geometry check OK', code: '3000', results };
}

/** What the client's page tells about the person's device: raw identities that the model card drops. */
function traceability(attempt: Attempt, seed: number): Node {
  const person = attempt.process.person.ordinal;
  const network = itemAt(NETWORKS, person % NETWORKS.length);
  return {
    Resolucion: `${attempt.near.width} : ${attempt.near.height}`,
    City: '',
    PostalCode: '',
    ProcessGuid: processGuid(attempt, seed),
    VersionNavegador: '',
    Lenguaje: '',
    Subdivision: '',
    Tiempo: 0,
    Camara: '',
    Error: '',
    ResolucionCamera: '',
    Device: itemAt(DEVICES, person % DEVICES.length),
    Latitud: '',
    Navegador: itemAt(BROWSERS, person % BROWSERS.length),
    NumDoc: personDocument(attempt, seed),
    UserAgent: '',
    Longitud: '',
    Country: 'CO',
    Ip: `${network}.${1 + (person % HOSTS)}`,
  };
}
