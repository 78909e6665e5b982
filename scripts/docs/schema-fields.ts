/** The parts of a JSON Schema that the contract's schemas make. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  /** Of an object with any names, what each value is. */
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: string | number | boolean;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
}

/** One line of a table of fields: neighbours of the same type share it. */
export interface FieldLine {
  readonly path: string;
  readonly names: readonly string[];
  readonly type: string;
  readonly required: boolean;
  readonly fallback: string;
}

/** The fields of an object, nested ones by their path (`runs[].ledger.read`), in the order of the schema. */
export function fieldLines(schema: JsonSchema, path = ''): readonly FieldLine[] {
  const lines: FieldLine[] = [];
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const { inner, suffix } = opened(field);
    if (inner.properties !== undefined) {
      lines.push(...fieldLines(inner, `${path}${name}${suffix}.`));
      continue;
    }
    const line: FieldLine = {
      path,
      names: [name],
      type: typeWords(field),
      required: schema.required?.includes(name) === true,
      fallback: field.default === undefined ? '' : JSON.stringify(field.default),
    };
    const before = lines.at(-1);
    if (before !== undefined && isAlike(before, line))
      lines[lines.length - 1] = { ...before, names: [...before.names, name] };
    else lines.push(line);
  }
  return lines;
}

function isAlike(left: FieldLine, right: FieldLine): boolean {
  return (
    left.path === right.path &&
    left.type === right.type &&
    left.required === right.required &&
    left.fallback === right.fallback
  );
}

/** What is inside lists and beside `null`: `suffix` tells what was opened. */
function opened(schema: JsonSchema): { readonly inner: JsonSchema; readonly suffix: string } {
  if (schema.items !== undefined) {
    const { inner, suffix } = opened(schema.items);
    return { inner, suffix: `[]${suffix}` };
  }
  const alternatives = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  const [only] = alternatives;
  if (only !== undefined && alternatives.length === 1) {
    const { inner, suffix } = opened(only);
    return inner.properties === undefined ? { inner: schema, suffix: '' } : { inner, suffix: `?${suffix}` };
  }
  return { inner: schema, suffix: '' };
}

/** A type as words. */
export function typeWords(schema: JsonSchema): string {
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return alternatives.map(typeWords).join(' or ');
  if (typeof schema.type === 'object') return schema.type.map((type) => typeWords({ ...schema, type })).join(' or ');
  switch (schema.type) {
    case 'string':
      return schema.minLength === 1 ? 'text, not empty' : 'text';
    case 'integer':
      return `whole number${limitWords(schema)}`;
    case 'number':
      return `number${limitWords(schema)}`;
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null';
    case 'array':
      return `list of ${schema.items?.type === 'array' ? `(${typeWords(schema.items)})` : typeWords(schema.items ?? {})}`;
    case 'object':
      if (schema.properties !== undefined) return `{${Object.keys(schema.properties).join(', ')}}`;
      if (typeof schema.additionalProperties === 'object') return `by name: ${typeWords(schema.additionalProperties)}`;
      return 'object';
    default:
      throw new Error(`the documentation has no words for ${JSON.stringify(schema)}`);
  }
}

function limitWords({ minimum, maximum, exclusiveMinimum }: JsonSchema): string {
  const least = minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? [] : [`≥ ${minimum}`];
  const above = exclusiveMinimum === undefined ? [] : [`> ${exclusiveMinimum}`];
  const most = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? [] : [`≤ ${maximum}`];
  const limits = [...least, ...above, ...most];
  return limits.length === 0 ? '' : ` ${limits.join(', ')}`;
}
