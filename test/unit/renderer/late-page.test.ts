import { createElement, Suspense, type ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { latePage } from '../../../src/renderer/app/late-page.tsx';

const Greeting: ComponentType<{ readonly name: string }> = ({ name }) => `Hello ${name}`;

/** What is drawn at the first attempt. */
function drawn(Page: typeof Greeting): string {
  return renderToString(createElement(Suspense, { fallback: 'waiting' }, createElement(Page, { name: 'Ada' })));
}

describe('latePage', () => {
  test('waits for its code when it is shown first', () => {
    expect(drawn(latePage(() => Promise.resolve(Greeting)).Page)).toContain('waiting');
  });

  test('is drawn without waiting once its code is there', async () => {
    const { Page, load } = latePage(() => Promise.resolve(Greeting));
    await load();
    expect(drawn(Page)).toContain('Hello Ada');
    expect(drawn(Page)).not.toContain('waiting');
  });

  test('can be fetched again where that failed', async () => {
    let isBroken = true;
    const { Page, load } = latePage(() => (isBroken ? Promise.reject(new Error('away')) : Promise.resolve(Greeting)));
    await expect(load()).rejects.toThrow('away');
    isBroken = false;
    await load();
    expect(drawn(Page)).toContain('Hello Ada');
  });
});
