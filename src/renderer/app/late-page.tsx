import { lazy, useState, type ComponentType, type ReactNode } from 'react';

/** A page whose code comes when it is first shown, or before. */
export interface LatePage<Props extends object> {
  readonly Page: ComponentType<Props>;
  /** Fetches the code ahead. */
  readonly load: () => Promise<unknown>;
}

/**
 * A page that is fetched apart. Once its code is there it is drawn at once: React would hold back what was suspended, be it
 * for an instant, for another 300 ms.
 */
export function latePage<Props extends object>(fetchPage: () => Promise<ComponentType<Props>>): LatePage<Props> {
  let loaded: ComponentType<Props> | null = null;
  const load = async (): Promise<ComponentType<Props>> => {
    loaded ??= await fetchPage();
    return loaded;
  };
  const Later = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  function Page(props: Props): ReactNode {
    // For as long as it is shown it stays the one that it began as, so that nothing of it is lost.
    const [Shown] = useState(() => loaded ?? Later);
    return <Shown {...props} />;
  }
  return { Page, load };
}
